//! The built-in Test IO accounts. Their keys are public demo values that open nothing.

use crate::model::Product;

/// A Test IO customer account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Account {
    /// The customer's name. Test IO's API never says it, so it serves for labels and for the start-up text only.
    pub name: &'static str,
    /// The Personal API key of somebody in that account.
    pub key: &'static str,
    /// The id of the account's first product; the others follow.
    first_product: u32,
    /// Its products in Test IO's order.
    products: &'static [&'static str],
}

/// The accounts that demo data begins with, unless it is told how many.
pub const ACCOUNTS: [Account; 3] = [ALL_ACCOUNTS[0], ALL_ACCOUNTS[1], ALL_ACCOUNTS[2]];

/// All accounts whose keys are accepted.
pub const ALL_ACCOUNTS: [Account; 8] = [
    Account {
        name: "ACME EU",
        key: "5e1f0a7c9b3d42e8a6c4f2107d8b9e3a5c6f4a2f",
        first_product: 4101,
        products: &[
            "Web Shop",
            "Checkout",
            "iOS App",
            "Android App",
            "Customer Account",
            "Store Finder",
            "Returns Portal",
            "Gift Cards",
            "Newsletter",
            "Partner Portal",
            "Product Search",
            "Warehouse Scanner",
        ],
    },
    Account {
        name: "ACME US",
        key: "9b2c7e41d05f4a8396e1c3b7a2d48f60517e9c3d",
        first_product: 5230,
        products: &["US Web Shop", "US Checkout", "Loyalty App"],
    },
    Account {
        name: "Globex",
        key: "c04d8a7fb1e3469258d7f0a3e6b59c1d2f487b60",
        first_product: 8844,
        products: &["Globex Portal"],
    },
    Account {
        name: "Initech",
        key: "2f6a91d37c0e48b5a1d97e34c85b60f2e7439a18",
        first_product: 6102,
        products: &["Reports", "Report Designer"],
    },
    Account {
        name: "Umbrella",
        key: "71b3e05f9d2c4ad68e4f10b7c3a95286fd0e617c",
        first_product: 6540,
        products: &["Pharmacy", "Lab Results", "Appointments", "Patient App"],
    },
    Account {
        name: "Hooli",
        key: "d85c24e6f13b4907b2a8e5d0c7916f3ab40d52e7",
        first_product: 7011,
        products: &["Hooli Search", "Hooli Mail", "Hooli Box"],
    },
    Account {
        name: "Vandelay",
        key: "4ae7c06b8d51437f92c3b0e6d8f1a75940c2b3d6",
        first_product: 7420,
        products: &["Import", "Export"],
    },
    Account {
        name: "Stark",
        key: "e90f3b7d61a54c288b5d7f20e4c6a1937b8e05d4",
        first_product: 7905,
        products: &["Armour Configurator", "Reactor Monitor"],
    },
];

/// A key that was valid once and has been revoked.
pub const REVOKED_KEY: &str = "0bad0bad0bad0bad0bad0bad0bad0bad0bad0bad";

impl Account {
    /// The account that a key belongs to.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        ALL_ACCOUNTS.into_iter().find(|account| account.key == key)
    }

    /// Its products.
    #[must_use]
    pub fn products(self) -> Vec<Product> {
        (self.first_product..)
            .zip(self.products)
            .map(|(id, name)| Product {
                id: id.to_string(),
                name: (*name).to_owned(),
            })
            .collect()
    }
}
