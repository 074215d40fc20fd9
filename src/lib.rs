//! The Connection page of Test IO for Jira Data Center.
