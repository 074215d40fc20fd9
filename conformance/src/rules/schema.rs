//! Every answer is one that the operation has: its status, its content type, and its body by the schema.

use crate::rule::{Group, Rule};

macro_rules! answers_of {
    ($($operation:literal),* $(,)?) => {
        &[$(Rule::watch(
            concat!("schema.", $operation),
            concat!("Every answer of `", $operation, "` has a status, a content type and a body that the contract has for it."),
            concat!("responses of `", $operation, "`"),
        )),*]
    };
}

pub const GROUP: Group = Group {
    title: "Answers",
    rules: answers_of![
        "listConnections",
        "listAccounts",
        "createConnection",
        "getSummary",
        "getConnection",
        "updateConnection",
        "deleteConnection",
        "deleteKey",
        "testConnection",
        "listProjects",
        "getEffectiveConnection",
        "getChecks",
        "runChecks",
        "getLogs",
        "downloadLogs",
        "listJobs",
        "updateJob",
        "clearData",
    ],
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sandbox::contract::Contract;

    use super::GROUP;

    #[test]
    fn every_operation_of_the_contract_is_watched() -> anyhow::Result<()> {
        let contract = Contract::load()?;
        let operations: BTreeSet<String> = contract
            .operation_ids()
            .map(|id| format!("schema.{id}"))
            .collect();
        let rules: BTreeSet<String> = GROUP.rules.iter().map(|rule| rule.id.to_owned()).collect();
        assert_eq!(rules, operations);
        Ok(())
    }
}
