//! The program itself: its command line, what it says, and how it ends.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use sandbox::test_io::accounts::{ACCOUNTS, REVOKED_KEY};

fn sandbox(folder: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sandbox"));
    command
        .args(["--port", "0", "--db"])
        .arg(folder.join("data/sandbox.db"));
    command
        .arg("--dist")
        .arg(folder.join("dist"))
        .args(more)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// A started program, which does not outlive its test.
struct Program {
    child: Child,
    said: Vec<String>,
}

impl Program {
    /// Starts it and waits until it is ready. The last line that it has said is its address then.
    fn start(folder: &Path, more: &[&str]) -> Self {
        let mut program = Self {
            child: sandbox(folder, more).spawn().unwrap(),
            said: Vec::new(),
        };
        for line in BufReader::new(program.child.stdout.take().unwrap()).lines() {
            program.said.push(line.unwrap());
            if program.said.last().is_some_and(|line| line.starts_with("ready ")) {
                return program;
            }
        }
        panic!("it ended before it was ready: {:?}", program.said);
    }

    /// Ends it as a terminal or a service manager would.
    fn end(mut self, signal: &str) {
        let pid = self.child.id().to_string();
        assert!(
            Command::new("kill")
                .args([signal, &pid])
                .status()
                .unwrap()
                .success()
        );
        assert!(self.child.wait().unwrap().success());
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Either fails when it has ended already, as it should have.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn projects(said: &[String]) -> u64 {
    let base = said.last().unwrap().trim_start_matches("ready ").to_owned();
    let http = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    let form = [("os_username", "user"), ("os_password", "user")];
    let login = http
        .post(format!("{base}/login.jsp"))
        .form(&form)
        .send()
        .await
        .unwrap();
    let cookie = login.headers()["set-cookie"].clone();
    let page = http
        .get(format!("{base}/rest/testio/1.0/projects"))
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    page.json::<serde_json::Value>().await.unwrap()["total"]
        .as_u64()
        .unwrap()
}

#[tokio::test]
async fn it_says_where_it_is_and_ends_when_told() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &[]);
    let text = program.said.join("\n");
    for key in
        ACCOUNTS
            .map(|account| account.key)
            .into_iter()
            .chain([REVOKED_KEY, "admin / admin", "user / user"])
    {
        assert!(text.contains(key), "{key} in {text}");
    }
    assert_eq!(projects(&program.said).await, 60);
    program.end("-TERM");
}

#[tokio::test]
async fn the_database_is_filled_once_unless_it_is_to_be_fresh() {
    let folder = tempfile::tempdir().unwrap();
    let program = Program::start(folder.path(), &["--projects", "100", "--connections", "7"]);
    assert_eq!(projects(&program.said).await, 100);
    program.end("-INT");
    let program = Program::start(folder.path(), &["--projects", "20"]);
    assert_eq!(projects(&program.said).await, 100);
    program.end("-TERM");
    let program = Program::start(folder.path(), &["--projects", "20", "--fresh"]);
    assert_eq!(projects(&program.said).await, 20);
    program.end("-TERM");
}

#[tokio::test]
async fn websudo_is_on_when_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    for (more, enabled) in [(vec![], false), (vec!["--websudo"], true)] {
        let program = Program::start(folder.path(), &more);
        let base = program.said.last().unwrap().trim_start_matches("ready ");
        let access = reqwest::get(format!("{base}/sandbox/access")).await.unwrap();
        let access: serde_json::Value = access.json().await.unwrap();
        assert_eq!(access["webSudo"]["enabled"], enabled);
        program.end("-TERM");
    }
}

#[test]
fn what_cannot_be_is_one_clear_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let output = sandbox(folder.path(), &["--projects", "5", "--connections", "6"])
        .output()
        .unwrap();
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        error.contains("there cannot be more connections than projects"),
        "{error}"
    );
}
