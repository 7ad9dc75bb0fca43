use axum::body::to_bytes;
use axum::http::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;

use super::*;
use crate::search::{Searcher, sample};

/// Shows what it was asked to render, so that tests can compare whole pages.
struct PlainPage;

impl SearchPage for PlainPage {
    fn search_page(&self, language: Language, answer: Option<&Answer>) -> Result<String, Error> {
        let ids: Option<Vec<_>> =
            answer.map(|answer| answer.hits.iter().map(|hit| &hit.id).collect());
        Ok(format!("{} {ids:?}", language.code()))
    }
}

struct Site {
    folder: tempfile::TempDir,
    live: Arc<Live>,
    router: Router,
}

impl Site {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let files = [
            ("index.html", "root"),
            ("404.html", "missing"),
            ("ru/404.html", "нет такой страницы"),
            ("ru/about/index.html", "о каталоге"),
            ("robots.txt", "User-agent: *"),
            ("data/catalogue.json", "{}"),
            (".index/meta.json", "secret"),
        ];
        for (name, text) in files {
            let path = folder.path().join(name);
            let parent = path.parent().expect("files lie in folders");
            std::fs::create_dir_all(parent).expect("the folder is made");
            std::fs::write(path, text).expect("the file is written");
        }
        let open = || {
            let index = sample::index().folder.path();
            let searcher = Searcher::open(index)?;
            let pages = Box::new(PlainPage);
            Ok(Opened { searcher, pages })
        };
        let state = State::new(folder.path().to_owned(), open).expect("the index is there");
        let live = Arc::clone(&state.live);
        let router = router(state);
        Self {
            folder,
            live,
            router,
        }
    }

    async fn send(&self, method: Method, uri: &str) -> Response<axum::body::Body> {
        let request = Request::builder()
            .method(method)
            .uri(uri)
            .body(axum::body::Body::empty())
            .expect("the request is sound");
        let router = self.router.clone();
        router.oneshot(request).await.expect("a router cannot fail")
    }

    async fn text(&self, uri: &str) -> (StatusCode, String, String) {
        let response = self.send(Method::GET, uri).await;
        let status = response.status();
        let kind = header(&response, "content-type");
        let body = to_bytes(response.into_body(), usize::MAX).await;
        let body = body.expect("the body is whole").to_vec();
        let body = String::from_utf8(body).expect("the body is text");
        (status, kind, body)
    }

    async fn json(&self, uri: &str) -> (StatusCode, String, Value) {
        let (status, kind, body) = self.text(uri).await;
        let value = serde_json::from_str(&body).expect("the body is JSON");
        (status, kind, value)
    }
}

fn header(response: &Response<axum::body::Body>, name: &str) -> String {
    let value = response.headers().get(name);
    let value = value.and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

fn encode(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

fn ids(answer: &Value) -> Vec<&str> {
    let hits = answer["hits"].as_array().expect("hits are a list");
    hits.iter().filter_map(|hit| hit["id"].as_str()).collect()
}

#[tokio::test]
async fn a_russian_question_is_answered_in_json() {
    let site = Site::new();
    let uri = format!(
        "/api/v1/search?q={}&language=ru&utm=x",
        encode("кресло-коляска")
    );
    let (status, kind, answer) = site.json(&uri).await;
    assert_eq!(
        (status, kind.as_str()),
        (StatusCode::OK, "application/json; charset=utf-8")
    );
    assert_eq!(
        ids(&answer),
        [
            "turkistan-2014-215/wheelchair",
            "kostanay-2008-117/wheelchair",
            "wheelchair"
        ]
    );
    let understood = json!({"language": "ru", "corrected": null, "place": null});
    assert_eq!(answer["understood"], understood);
}

#[tokio::test]
async fn a_kazakh_question_is_answered_in_json() {
    let site = Site::new();
    let uri = format!("/api/v1/search?q={}&language=kk", encode("кресло-арба"));
    let (_, _, answer) = site.json(&uri).await;
    assert_eq!(
        ids(&answer),
        [
            "kostanay-2008-117/wheelchair",
            "turkistan-2014-215/wheelchair",
            "wheelchair"
        ]
    );
    let facets = json!({
        "region": {"kostanay": 1, "turkistan": 1},
        "status": {"repealed": 2},
        "topic": {"wheelchair": 3},
        "kind": {"service": 2, "topic": 1},
    });
    assert_eq!(answer["facets"], facets);
}

#[tokio::test]
async fn filters_repeat_and_pages_turn() {
    let site = Site::new();
    let q = encode("кресло");
    let both = format!("/api/v1/search?q={q}&region=turkistan&region=kostanay&kind=service");
    let (_, _, answer) = site.json(&both).await;
    assert_eq!(answer["total"], 2);
    let (_, _, second) = site.json(&format!("{both}&limit=1&offset=1")).await;
    assert_eq!(ids(&second), ids(&answer)[1..]);
}

#[tokio::test]
async fn a_bad_parameter_is_named() {
    let site = Site::new();
    let bad = [
        (
            "q=a&limit=101",
            "limit",
            "limit must be a number from 1 to 100",
        ),
        (
            "q=a&limit=0",
            "limit",
            "limit must be a number from 1 to 100",
        ),
        (
            "q=a&offset=-1",
            "offset",
            "offset must be a number, 0 or more",
        ),
        ("q=a&language=en", "language", "language must be kk or ru"),
        (
            "q=a&status=dead",
            "status",
            "status must be in_force or repealed",
        ),
        (
            "q=a&kind=x",
            "kind",
            "kind must be service, office, topic or act",
        ),
        (
            "q=a&region=%3Cb%3E",
            "region",
            "region must be the id of a region, such as almaty-region",
        ),
        ("language=kk", "q", "q is missing"),
    ];
    for (query, parameter, detail) in bad {
        let (status, kind, problem) = site.json(&format!("/api/v1/search?{query}")).await;
        let expected = json!({
            "type": "about:blank",
            "title": "Bad Request",
            "status": 400,
            "detail": detail,
            "parameter": parameter,
        });
        assert_eq!(problem, expected);
        assert_eq!(status, StatusCode::BAD_REQUEST);
        assert_eq!(kind, "application/problem+json; charset=utf-8");
    }
}

#[tokio::test]
async fn a_question_that_nothing_matches_is_answered() {
    let site = Site::new();
    for query in ["", "zzzz", "%00%FF", "%22%20AND%20(", "-"] {
        let (status, _, answer) = site.json(&format!("/api/v1/search?q={query}")).await;
        assert_eq!(
            (status, ids(&answer).len()),
            (StatusCode::OK, 0),
            "for {query}"
        );
    }
}

#[tokio::test]
async fn titles_are_suggested() {
    let site = Site::new();
    let uri = format!("/api/v1/suggest?language=kk&q={}", encode("мүгедекке"));
    let (_, _, answer) = site.json(&uri).await;
    let suggestion = json!({
        "text": "Мүгедекке кресло-арба",
        "url": "/kk/services/wheelchair/",
    });
    assert_eq!(answer, json!({"suggestions": [suggestion]}));
}

#[tokio::test]
async fn the_search_page_answers_in_its_language() {
    let site = Site::new();
    let q = encode("кресло-арба");
    let page = site.text(&format!("/kk/search/?q={q}&limit=x")).await;
    let ids = r#"kk Some(["kostanay-2008-117/wheelchair", "turkistan-2014-215/wheelchair", "wheelchair"])"#;
    let html = "text/html; charset=utf-8".to_owned();
    assert_eq!(page, (StatusCode::OK, html.clone(), ids.to_owned()));
    let form = site.text("/ru/search/").await;
    assert_eq!(form, (StatusCode::OK, html, "ru None".to_owned()));
}

#[tokio::test]
async fn the_question_survives_the_missing_slash() {
    let response = Site::new().send(Method::GET, "/ru/search?q=%D0%B0").await;
    assert_eq!(response.status(), StatusCode::PERMANENT_REDIRECT);
    assert_eq!(header(&response, "location"), "/ru/search/?q=%D0%B0");
}

#[tokio::test]
async fn files_come_with_type_and_charset() {
    let site = Site::new();
    let expected = [
        ("/", "text/html; charset=utf-8", "root"),
        ("/ru/about/", "text/html; charset=utf-8", "о каталоге"),
        ("/robots.txt", "text/plain; charset=utf-8", "User-agent: *"),
        (
            "/data/catalogue.json",
            "application/json; charset=utf-8",
            "{}",
        ),
    ];
    for (uri, kind, body) in expected {
        let answer = site.text(uri).await;
        assert_eq!(answer, (StatusCode::OK, kind.to_owned(), body.to_owned()));
    }
}

#[tokio::test]
async fn a_missing_page_speaks_the_language_of_its_path() {
    let site = Site::new();
    for (uri, body) in [
        ("/ru/none/", "нет такой страницы"),
        ("/kk/none/", "missing"),
        ("/none", "missing"),
        ("/.index/meta.json", "missing"),
        ("/%2eindex/meta.json", "missing"),
        ("/../Cargo.toml", "missing"),
        ("/ru/..%2f..%2fCargo.toml", "нет такой страницы"),
    ] {
        let (status, kind, text) = site.text(uri).await;
        assert_eq!(
            (status, text.as_str()),
            (StatusCode::NOT_FOUND, body),
            "{uri}"
        );
        assert_eq!(kind, "text/html; charset=utf-8");
    }
}

#[tokio::test]
async fn an_unknown_endpoint_is_a_problem() {
    let (status, kind, _) = Site::new().json("/api/v1/none").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(kind, "application/problem+json; charset=utf-8");
}

#[tokio::test]
async fn every_response_carries_the_policy() {
    let site = Site::new();
    for uri in ["/", "/none", "/api/v1/search", "/kk/search/", "/healthz"] {
        let response = site.send(Method::GET, uri).await;
        let policy = header(&response, "content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; style-src 'self'"),
            "{uri}"
        );
        assert_eq!(header(&response, "x-content-type-options"), "nosniff");
        let referrer = header(&response, "referrer-policy");
        assert_eq!(referrer, "strict-origin-when-cross-origin");
    }
}

#[tokio::test]
async fn head_is_answered_and_other_methods_are_not() {
    let site = Site::new();
    for uri in ["/", "/api/v1/search?q=a", "/kk/search/", "/healthz"] {
        let status = site.send(Method::HEAD, uri).await.status();
        assert_eq!(status, StatusCode::OK, "HEAD {uri}");
        let status = site.send(Method::POST, uri).await.status();
        assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "POST {uri}");
    }
}

#[tokio::test]
async fn an_answer_says_how_long_it_took() {
    let response = Site::new().send(Method::GET, "/api/v1/search?q=a").await;
    let timing = header(&response, "server-timing");
    let spent = timing.strip_prefix("search;dur=").map(str::parse::<f64>);
    assert!(
        matches!(spent, Some(Ok(spent)) if spent < 1_000.0),
        "{timing}"
    );
}

#[tokio::test]
async fn an_unchanged_file_is_not_sent_again() {
    let site = Site::new();
    let first = site.send(Method::GET, "/robots.txt").await;
    let request = Request::builder()
        .uri("/robots.txt")
        .header("if-modified-since", header(&first, "last-modified"))
        .body(axum::body::Body::empty())
        .expect("the request is sound");
    let second = site.router.clone().oneshot(request).await;
    let status = second.expect("a router cannot fail").status();
    assert_eq!(status, StatusCode::NOT_MODIFIED);
    assert!(site.folder.path().join("robots.txt").is_file());
}

#[tokio::test]
async fn the_description_names_every_endpoint_and_its_schemas() {
    let (_, _, description) = Site::new().json("/api/v1/openapi.json").await;
    let paths: Vec<_> = description["paths"]
        .as_object()
        .expect("paths are an object")
        .keys()
        .cloned()
        .collect();
    assert_eq!(paths, ["/api/v1/search", "/api/v1/suggest"]);
    let answer = &description["paths"]["/api/v1/search"]["get"]["responses"]["200"];
    let reference = &answer["content"]["application/json"]["schema"]["$ref"];
    assert_eq!(reference, "#/components/schemas/Answer");
    assert!(description["components"]["schemas"]["Hit"]["properties"]["snippet"].is_object());
}

#[tokio::test]
async fn an_address_in_use_is_named() {
    let first = bind("127.0.0.1:0").await.expect("some port is free");
    let address = local_address(&first)
        .expect("it has an address")
        .to_string();
    let error = bind(&address).await.expect_err("the port is taken");
    assert!(matches!(error, Error::AddressInUse { address: taken } if taken == address));
}

#[tokio::test]
async fn questions_are_counted_by_language_and_not_kept() {
    let site = Site::new();
    for question in ["кресло-коляска", "борщ", "мүгедек"] {
        site.text(&format!("/api/v1/search?q={}", encode(question)))
            .await;
    }
    site.text("/api/v1/suggest?q=a&language=ru").await;
    let (status, kind, text) = site.text("/metrics").await;
    assert_eq!(
        (status, kind.as_str()),
        (
            StatusCode::OK,
            "application/openmetrics-text; version=1.0.0; charset=utf-8"
        )
    );
    let counts: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("_total{") || line.contains("_count{"))
        .collect();
    let mut counts = counts;
    counts.sort_unstable();
    assert_eq!(
        counts,
        [
            "qyzmet_answer_seconds_count{endpoint=\"page\"} 0",
            "qyzmet_answer_seconds_count{endpoint=\"search\"} 3",
            "qyzmet_answer_seconds_count{endpoint=\"suggest\"} 1",
            "qyzmet_queries_total{language=\"kk\"} 1",
            "qyzmet_queries_total{language=\"ru\"} 1",
            "qyzmet_queries_total{language=\"unknown\"} 1",
            "qyzmet_queries_without_hits_total{language=\"kk\"} 0",
            "qyzmet_queries_without_hits_total{language=\"ru\"} 0",
            "qyzmet_queries_without_hits_total{language=\"unknown\"} 1",
        ]
    );
}

#[test]
fn a_new_build_is_opened_once() {
    let site = Site::new();
    let before = site.live.now();
    let renew = || site.live.renew().expect("the index is there");
    assert!(!renew(), "there is no record of a build");
    let record = site.folder.path().join(crate::publish::RECORD);
    std::fs::write(&record, "{}").expect("the record is written");
    assert!(renew());
    assert!(!renew());
    assert!(!Arc::ptr_eq(&before, &site.live.now()));
}
