//! What the Maintenance page asks for, one file per resource.

pub(super) mod checks;
