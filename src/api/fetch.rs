//! The browser's fetch as a transport.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    time::Duration,
};

use gloo_net::http::{Headers, RequestBuilder, Response};
use js_sys::Date;
use leptos::{
    leptos_dom::helpers::TimeoutHandle,
    prelude::{set_timeout_with_handle, window},
};
use wasm_bindgen::JsCast as _;
use web_sys::{
    AbortController, ReferrerPolicy, RequestCache, RequestCredentials, RequestRedirect, ResponseType,
};

use super::{
    answer::{NoAnswer, RawAnswer},
    client::Pending,
    early,
    json::to_json,
    request::{Method, Request},
    stream::pour,
};
use crate::domain::retry_after::may_be_date;

/// A transport to the REST base, such as `/jira/rest/testio/1.0`.
pub fn fetch(base: String) -> impl Fn(Rc<Request>) -> Pending {
    move |request| {
        let url = [base.as_str(), request.path.as_str()].concat();
        Box::pin(answer_to(url, request))
    }
}

async fn answer_to(url: String, request: Rc<Request>) -> Result<RawAnswer, NoAnswer> {
    // A browser that knows that it is offline sends nothing.
    let failed = if window().navigator().on_line() {
        NoAnswer::Offline
    } else {
        NoAnswer::NotSent
    };
    let controller = AbortController::new().map_err(|_| NoAnswer::NotSent)?;
    request.cancel.on_cancel({
        let controller = controller.clone();
        move || controller.abort()
    });
    let patience = Patience::new(controller, request.method.time_limit_ms());
    let answer = exchange(&url, &request, &patience).await;
    patience.end();
    answer.ok_or_else(|| {
        if patience.has_ended.get() {
            NoAnswer::TimedOut
        } else if request.cancel.is_cancelled() {
            NoAnswer::GivenUp
        } else {
            failed
        }
    })
}

/// Gives a request up when nothing has come for too long.
struct Patience {
    controller: AbortController,
    limit: Duration,
    timer: RefCell<Option<TimeoutHandle>>,
    has_ended: Rc<Cell<bool>>,
}

impl Patience {
    fn new(controller: AbortController, limit_ms: u32) -> Self {
        let patience = Self {
            controller,
            limit: Duration::from_millis(limit_ms.into()),
            timer: RefCell::default(),
            has_ended: Rc::default(),
        };
        patience.start_anew();
        patience
    }

    /// Something has come.
    fn start_anew(&self) {
        let (controller, has_ended) = (self.controller.clone(), self.has_ended.clone());
        let give_up = move || {
            has_ended.set(true);
            controller.abort();
        };
        self.end();
        *self.timer.borrow_mut() = set_timeout_with_handle(give_up, self.limit).ok();
    }

    fn end(&self) {
        if let Some(timer) = self.timer.take() {
            timer.clear();
        }
    }
}

/// What the server said; nothing when there was no answer, for whatever reason.
async fn exchange(url: &str, request: &Request, patience: &Patience) -> Option<RawAnswer> {
    let signal = patience.controller.signal();
    if request.method == Method::Get
        && let Some(answer) = early::take(url, &signal)
    {
        let response: web_sys::Response = answer.await.ok()?.unchecked_into();
        return read(response.into(), request, patience).await;
    }
    let builder = RequestBuilder::new(url)
        .method(method(request.method))
        .abort_signal(Some(&signal))
        .cache(RequestCache::NoStore)
        .credentials(RequestCredentials::SameOrigin)
        // Jira's XSRF filter wants a same-origin Referer or Origin.
        .referrer_policy(ReferrerPolicy::SameOrigin)
        // A redirect can only lead to a login page, whose HTML nobody wants to read.
        .redirect(RequestRedirect::Manual)
        .headers(headers(request));
    let response = match &request.body {
        Some(body) => builder.body(to_json(body)?).ok()?.send().await,
        None => builder.send().await,
    };
    read(response.ok()?, request, patience).await
}

fn headers(request: &Request) -> Headers {
    let headers = Headers::new();
    let accept = match request.sink {
        Some(_) => "text/plain, application/json",
        None => "application/json",
    };
    headers.set("Accept", accept);
    if request.method.is_mutation() {
        headers.set("Content-Type", "application/json");
        headers.set("X-Atlassian-Token", "no-check");
    }
    if let Some(version) = &request.if_match {
        headers.set("If-Match", version);
    }
    headers
}

async fn read(response: Response, request: &Request, patience: &Patience) -> Option<RawAnswer> {
    let headers = response.headers();
    let mut answer = RawAnswer {
        status: response.status(),
        content_type: headers
            .get("Content-Type")
            .unwrap_or_default()
            .to_ascii_lowercase(),
        retry_after: headers
            .get("Retry-After")
            .map(|wait| in_seconds(wait, headers.get("Date"))),
        user_name: headers.get("X-AUSERNAME"),
        web_sudo: headers.get("X-Atlassian-WebSudo"),
        redirected: response.type_() == ResponseType::Opaqueredirect || response.redirected(),
        ..RawAnswer::default()
    };
    match &request.sink {
        _ if answer.redirected => {}
        Some(sink) if answer.status == 200 && answer.content_type.starts_with("text/plain") => {
            let response: web_sys::Response = response.into();
            pour(&response, &**sink, || patience.start_anew()).await?;
            answer.was_streamed = true;
        }
        _ => answer.body = response.text().await.ok()?,
    }
    Some(answer)
}

/// `Retry-After` as seconds, also when the server wrote a date; its own clock, if it tells, is the one that counts.
fn in_seconds(wait: String, now: Option<String>) -> String {
    if !may_be_date(&wait) {
        return wait;
    }
    let until = Date::parse(&wait);
    if until.is_nan() {
        return wait;
    }
    let now = now.map_or_else(Date::now, |now| Date::parse(&now));
    // The cast saturates: a date that has passed is no wait at all.
    (((until - now) / 1000.0).ceil() as u32).to_string()
}

fn method(method: Method) -> gloo_net::http::Method {
    match method {
        Method::Get => gloo_net::http::Method::GET,
        Method::Post => gloo_net::http::Method::POST,
        Method::Put => gloo_net::http::Method::PUT,
        Method::Delete => gloo_net::http::Method::DELETE,
    }
}
