//! The software bill of materials, as CycloneDX 1.5 in JSON. It has neither a time nor a serial number, so that the same
//! page always has the same.

use anyhow::{Context, Result};
use cyclonedx_bom::external_models::spdx::SpdxExpression;
use cyclonedx_bom::models::bom::SpecVersion;
use cyclonedx_bom::models::component::{Classification, Component, Components};
use cyclonedx_bom::models::dependency::{Dependencies, Dependency};
use cyclonedx_bom::models::external_reference::{
    ExternalReference, ExternalReferenceType, ExternalReferences,
};
use cyclonedx_bom::models::license::{LicenseChoice, Licenses};
use cyclonedx_bom::prelude::{Bom, Metadata, Purl, Uri};

use super::shipped::{Crate, Shipped};

/// How other parts of the document call the page.
const PAGE: &str = "testio-connection";

/// How other parts of the document call the standard library.
const STANDARD_LIBRARY: &str = "rust-standard-library";

/// The document for a page that was compiled with the standard library of this version.
pub fn of(shipped: &Shipped, std_version: &str) -> Result<Vec<u8>> {
    let page = Component::new(
        Classification::Application,
        PAGE,
        &shipped.version,
        Some(PAGE.to_owned()),
    );
    let mut components = shipped.crates.iter().map(component).collect::<Result<Vec<_>>>()?;
    components.push(standard_library(std_version));
    let mut dependencies: Vec<Dependency> = shipped
        .crates
        .iter()
        .map(|one| uses(one.id(), &one.uses))
        .collect();
    dependencies.push(uses(PAGE.to_owned(), &shipped.direct));
    let bom = Bom {
        serial_number: None,
        metadata: Some(Metadata {
            component: Some(page),
            ..Metadata::default()
        }),
        components: Some(Components(components)),
        dependencies: Some(Dependencies(dependencies)),
        ..Bom::default()
    };
    let mut json = Vec::new();
    bom.output_as_json(&mut json, SpecVersion::V1_5)
        .context("writing the software bill of materials")?;
    json.push(b'\n');
    Ok(json)
}

/// All that is compiled against the standard library, whether or not it uses it.
fn uses(id: String, used: &[String]) -> Dependency {
    let mut dependencies = used.to_vec();
    dependencies.push(STANDARD_LIBRARY.to_owned());
    Dependency {
        dependency_ref: id,
        dependencies,
    }
}

fn component(one: &Crate) -> Result<Component> {
    let mut component = Component::new(Classification::Library, &one.name, &one.version, Some(one.id()));
    component.licenses = Some(licence(one.licence.as_ref()));
    component.purl = Some(
        Purl::new("cargo", &one.name, &one.version)
            .with_context(|| format!("the Package URL of {} {}", one.name, one.version))?,
    );
    component.external_references = one.repository.as_deref().map(|repository| {
        ExternalReferences(vec![ExternalReference::new(
            ExternalReferenceType::Vcs,
            Uri::new(repository),
        )])
    });
    Ok(component)
}

fn standard_library(version: &str) -> Component {
    let id = Some(STANDARD_LIBRARY.to_owned());
    let mut component = Component::new(Classification::Library, "std", version, id);
    component.licenses = Some(licence("MIT OR Apache-2.0"));
    component
}

fn licence(expression: &str) -> Licenses {
    Licenses(vec![LicenseChoice::Expression(SpdxExpression::new(expression))])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed set-up is a failed test")]
mod tests {
    use cyclonedx_bom::prelude::{Bom, Validate};
    use serde_json::Value;

    use super::of;
    use crate::dist::shipped;
    use crate::project::Project;

    #[test]
    fn it_is_valid_and_names_each_crate_with_its_licence() {
        let shipped = shipped::of(&Project::here()).unwrap();
        let json = of(&shipped, "1.95.0").unwrap();
        let bom = Bom::parse_from_json_v1_5(json.as_slice()).unwrap();
        assert!(bom.validate().passed(), "{:?}", bom.validate());
        let json: Value = serde_json::from_slice(&json).unwrap();
        let components = json["components"].as_array().unwrap();
        assert_eq!(
            components.len(),
            shipped.crates.len() + 1,
            "the crates and the standard library"
        );
        assert!(
            components
                .iter()
                .all(|one| one["licenses"][0]["expression"].is_string())
        );
        let id = |component: &Value| component["bom-ref"].as_str().unwrap().to_owned();
        let known: Vec<String> = components
            .iter()
            .map(id)
            .chain([super::PAGE.to_owned()])
            .collect();
        for dependency in json["dependencies"].as_array().unwrap() {
            for used in dependency["dependsOn"].as_array().unwrap() {
                assert!(known.contains(&used.as_str().unwrap().to_owned()), "{used}");
            }
        }
        assert!(json.get("serialNumber").is_none() && json["metadata"].get("timestamp").is_none());
    }
}
