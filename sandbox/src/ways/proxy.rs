//! A forward proxy on the loopback interface, such as stands between many a Jira and the rest of the world.

use std::io;
use std::net::Ipv4Addr;

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::Url;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// Whom everybody logs in as.
const USER: &str = "jira";

/// The password that works.
const PASSWORD: &str = "let-me-out";

/// Whom a proxy lets through, and what its address says that is given to the plugin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Who has the password, and the plugin is told it.
    Password,
    /// The same, and the plugin is told another one.
    AnotherPassword,
    /// Nobody, whoever asks.
    Nobody,
}

/// A proxy that runs. It stops when it is dropped.
#[derive(Debug)]
pub struct ProxyServer {
    rule: Rule,
    port: u16,
    task: JoinHandle<()>,
}

impl ProxyServer {
    /// Starts one.
    ///
    /// # Errors
    /// There is no port left.
    pub async fn start(rule: Rule) -> anyhow::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .context("cannot listen as a proxy")?;
        let port = listener.local_addr()?.port();
        Ok(Self {
            rule,
            port,
            task: tokio::spawn(accept(listener, rule)),
        })
    }

    /// Its address, with the user and the password that the plugin is told.
    ///
    /// # Errors
    /// None for what stands here.
    pub fn url(&self) -> anyhow::Result<Url> {
        let password = match self.rule {
            Rule::Password | Rule::Nobody => PASSWORD,
            Rule::AnotherPassword => "expired",
        };
        Ok(Url::parse(&format!(
            "http://{USER}:{password}@{}:{}",
            Ipv4Addr::LOCALHOST,
            self.port
        ))?)
    }
}

impl Drop for ProxyServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn accept(listener: TcpListener, rule: Rule) {
    let mut connections = JoinSet::new();
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            connections.spawn(converse(stream, rule));
        }
        while connections.try_join_next().is_some() {}
    }
}

/// The head of a request.
struct Head {
    /// Its lines, each with its end, but for those that are for the proxy alone.
    text: String,
    method: String,
    target: String,
    authorization: Option<String>,
}

/// One request; whatever comes after it on the same connection goes to the same host.
async fn converse(stream: TcpStream, rule: Rule) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let head = read_head(&mut stream).await?;
    let credentials = format!("Basic {}", STANDARD.encode(format!("{USER}:{PASSWORD}")));
    if head.authorization != Some(credentials) {
        let wanted = "Proxy-Authenticate: Basic realm=\"proxy\"\r\n";
        return refuse(&mut stream, "407 Proxy Authentication Required", wanted).await;
    }
    if rule == Rule::Nobody {
        return refuse(&mut stream, "403 Forbidden", "").await;
    }
    let Some(mut host) = connect(&head).await else {
        return refuse(&mut stream, "502 Bad Gateway", "").await;
    };
    if head.method == "CONNECT" {
        stream
            .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
            .await?;
    } else {
        // Servers take a whole address in the first line, too (RFC 9112, 3.2.2).
        host.write_all(head.text.as_bytes()).await?;
    }
    copy_bidirectional(&mut stream, &mut host).await?;
    Ok(())
}

async fn read_head(stream: &mut BufReader<TcpStream>) -> io::Result<Head> {
    let mut first = String::new();
    stream.read_line(&mut first).await?;
    let mut words = first.split(' ').map(str::to_owned);
    let mut head = Head {
        method: words.next().unwrap_or_default(),
        target: words.next().unwrap_or_default(),
        text: first,
        authorization: None,
    };
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        match line.split_once(':') {
            Some((name, value)) if name.eq_ignore_ascii_case("proxy-authorization") => {
                head.authorization = Some(value.trim().to_owned());
            }
            _ => head.text.push_str(&line),
        }
        if line == "\r\n" {
            return Ok(head);
        }
    }
}

/// Connects to the host that a request is for.
async fn connect(head: &Head) -> Option<TcpStream> {
    let address = if head.method == "CONNECT" {
        head.target.clone()
    } else {
        let url = Url::parse(&head.target).ok()?;
        format!("{}:{}", url.host_str()?, url.port_or_known_default()?)
    };
    TcpStream::connect(address).await.ok()
}

async fn refuse(stream: &mut BufReader<TcpStream>, status: &str, more: &str) -> io::Result<()> {
    let answer = format!("HTTP/1.1 {status}\r\n{more}Content-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}
