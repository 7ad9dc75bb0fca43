//! The server over HTTP, by the contract of addresses and of the API.

mod program;

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use serde_json::Value;

use program::{Server, build, root};

/// A site of all acts with a server of its own: a static would never end it.
struct Site {
    server: Server,
    catalogue: Value,
}

/// An answer as it came over the wire.
struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|header| header.0 == name)
            .map(|header| header.1.as_str())
    }

    fn parse(bytes: &[u8]) -> Self {
        let end = bytes
            .windows(4)
            .position(|window| window == b"\r\n\r\n")
            .expect("the headers end");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("headers are text");
        let mut lines = head.lines();
        let status = lines.next().expect("there is a status line");
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()))
            .collect();
        let chunked = headers.contains(&("transfer-encoding".to_owned(), "chunked".to_owned()));
        let body = &bytes[end + 4..];
        Self {
            status: status[9..12].parse().expect("a status is a number"),
            headers,
            body: if chunked {
                unchunked(body)
            } else {
                body.to_vec()
            },
        }
    }

    /// The content type without its parameters.
    fn media_type(&self) -> &str {
        let kind = self.header("content-type").unwrap_or_default();
        kind.split(';').next().unwrap_or_default()
    }

    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the answer is JSON")
    }
}

impl Site {
    /// Serves the site that is built once for all tests.
    fn served() -> Self {
        static BUILT: OnceLock<PathBuf> = OnceLock::new();
        let seeds = root().join("seeds");
        let out = BUILT.get_or_init(|| {
            let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("http-site");
            let built = build(&seeds, &out, &[]);
            assert_eq!(built.code, 0, "{built:?}");
            out
        });
        let catalogue = fs::read(out.join("data/catalogue.json")).expect("it was built");
        Self {
            server: Server::start(&seeds, out),
            catalogue: serde_json::from_slice(&catalogue).expect("it is JSON"),
        }
    }

    fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "")
    }

    /// A request written by hand: nothing follows redirects, unpacks an answer
    /// or hides a header.
    fn request(&self, method: &str, path: &str, headers: &str) -> Answer {
        let host = self.server.address.replace("http://", "");
        let mut stream = TcpStream::connect(&host).expect("the server listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
        )
        .expect("a request can be sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer comes");
        Answer::parse(&bytes)
    }
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|window| window == b"\r\n") {
        let size = std::str::from_utf8(&body[..end]).expect("a size is text");
        let size = usize::from_str_radix(size, 16).expect("a size is a number");
        if size == 0 {
            break;
        }
        whole.extend_from_slice(&body[end + 2..end + 2 + size]);
        body = &body[end + 2 + size + 2..];
    }
    whole
}

fn encoded(text: &str) -> String {
    percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// The addresses that must answer, from the catalogue.
fn addresses(catalogue: &Value) -> Vec<String> {
    let mut below: Vec<String> = ["", "services/", "places/", "acts/", "search/", "about/"]
        .map(str::to_owned)
        .into();
    for act in catalogue["acts"].as_array().expect("acts are a list") {
        below.push(format!(
            "acts/{}/",
            act["id"].as_str().expect("it is a text")
        ));
        below.push(format!(
            "places/{}/",
            act["region"].as_str().expect("it is a text")
        ));
    }
    for service in catalogue["services"].as_array().expect("a list") {
        let act = service["act"].as_str().expect("it is a text");
        let own = &service["id"].as_str().expect("it is a text")[act.len() + 1..];
        if let Some(topic) = service["topic"].as_str() {
            let number = own
                .strip_prefix(topic)
                .expect("an id begins with its topic");
            below.push(format!("services/{topic}/"));
            below.push(format!("services/{topic}/{act}{number}/"));
        }
    }
    below.sort();
    below.dedup();
    below
}

#[test]
fn every_address_of_the_contract_answers_in_both_languages() {
    let site = Site::served();
    let below = addresses(&site.catalogue);
    assert!(below.len() > 60, "only {} addresses", below.len());
    for language in ["kk", "ru"] {
        for path in &below {
            let answer = site.get(&format!("/{language}/{path}"));
            assert_eq!(answer.status, 200, "/{language}/{path}");
            assert_eq!(
                answer
                    .header("content-type")
                    .map(str::to_lowercase)
                    .as_deref(),
                Some("text/html; charset=utf-8"),
                "/{language}/{path}"
            );
        }
    }
}

#[test]
fn an_address_without_its_last_slash_leads_to_the_page() {
    let site = Site::served();
    let answer = site.get("/kk/services");
    assert!(
        [301, 307, 308].contains(&answer.status),
        "{}",
        answer.status
    );
    assert_eq!(answer.header("location"), Some("/kk/services/"));
}

#[test]
fn data_and_machine_files_have_their_types() {
    let site = Site::served();
    for (path, expected) in [
        ("/data/catalogue.json", "application/json"),
        ("/sitemap.xml", "xml"),
        ("/robots.txt", "text/plain"),
        ("/opensearch.xml", "xml"),
        ("/api/v1/openapi.json", "json"),
        ("/healthz", "json"),
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, 200, "{path}");
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(kind.contains(expected), "{path} is {kind}");
        assert!(!answer.body.is_empty(), "{path} is empty");
    }
}

#[test]
fn every_answer_carries_the_headers_that_protect_its_reader() {
    let site = Site::served();
    for path in [
        "/",
        "/kk/",
        "/ru/search/?q=протез",
        "/nowhere/",
        "/api/v1/search?q=a",
    ] {
        let path = path.replace("протез", &encoded("протез"));
        let answer = site.get(&path);
        assert_eq!(
            answer.header("x-content-type-options"),
            Some("nosniff"),
            "{path}"
        );
        let policy = answer.header("content-security-policy").unwrap_or_default();
        assert!(policy.contains("default-src"), "{path}: {policy}");
        assert!(answer.header("referrer-policy").is_some(), "{path}");
    }
}

#[test]
fn what_is_not_there_is_a_page_that_says_so() {
    let site = Site::served();
    for path in [
        "/nowhere",
        "/kk/services/no-such/",
        "/ru/acts/no-such/",
        "/data/none.json",
    ] {
        let answer = site.get(path);
        assert_eq!(answer.status, 404, "{path}");
        let kind = answer.header("content-type").unwrap_or_default();
        assert!(kind.starts_with("text/html"), "{path} is {kind}");
    }
    let problem = site.get("/api/v1/no-such");
    assert_eq!(problem.status, 404);
    assert_eq!(problem.media_type(), "application/problem+json");
}

#[test]
fn no_path_leaves_the_site() {
    let site = Site::served();
    for path in [
        "/../Cargo.toml",
        "/kk/../../Cargo.toml",
        "/.index/meta.json",
        "/%2e%2e/Cargo.toml",
        "/..%2fCargo.toml",
        "//etc/passwd",
    ] {
        let answer = site.get(path);
        assert!(
            (400..500).contains(&answer.status),
            "{path}: {}",
            answer.status
        );
    }
}

#[test]
fn head_answers_as_get_without_a_body() {
    let site = Site::served();
    for path in ["/kk/", "/data/catalogue.json", "/api/v1/search?q=a"] {
        let head = site.request("HEAD", path, "");
        assert_eq!(head.status, 200, "{path}");
        assert!(head.body.is_empty(), "{path} has a body");
        assert_eq!(
            head.header("content-type"),
            site.get(path).header("content-type"),
            "{path}"
        );
    }
}

#[test]
fn other_methods_are_refused() {
    let site = Site::served();
    for path in ["/kk/", "/api/v1/search?q=a"] {
        let answer = site.request("POST", path, "Content-Length: 0\r\n");
        assert_eq!(answer.status, 405, "{path}");
    }
}

#[test]
fn an_answer_is_packed_for_those_who_ask() {
    let site = Site::served();
    let plain = site.get("/data/catalogue.json");
    assert_eq!(plain.header("content-encoding"), None);
    let packed = site.request("GET", "/data/catalogue.json", "Accept-Encoding: gzip\r\n");
    assert_eq!(packed.header("content-encoding"), Some("gzip"));
    assert!(packed.body.starts_with(&[0x1f, 0x8b]), "it is no gzip");
    assert!(packed.body.len() * 2 < plain.body.len());
}

#[test]
fn a_page_that_did_not_change_is_not_sent_again() {
    let site = Site::served();
    let first = site.get("/kk/");
    let (name, value) = first
        .header("etag")
        .map(|tag| ("If-None-Match", tag))
        .or_else(|| {
            first
                .header("last-modified")
                .map(|on| ("If-Modified-Since", on))
        })
        .expect("a page has a tag or a date");
    let again = site.request("GET", "/kk/", &format!("{name}: {value}\r\n"));
    assert_eq!(again.status, 304);
    assert!(again.body.is_empty());
}

#[test]
fn search_finds_a_service_by_its_own_title_first() {
    let site = Site::served();
    let catalogue = &site.catalogue;
    for service in catalogue["services"]
        .as_array()
        .expect("a list")
        .iter()
        .step_by(12)
    {
        let titles = service["titles"].as_object().expect("titles by language");
        let (language, title) = titles.iter().next().expect("a service has a title");
        let words = title["text"].as_str().expect("a title is a text");
        let answer = site.get(&format!(
            "/api/v1/search?language={language}&kind=service&q={}",
            encoded(words)
        ));
        assert_eq!(answer.status, 200, "{words}");
        let found = answer.json();
        let hits = found["hits"].as_array().expect("hits are a list");
        let first = hits
            .first()
            .unwrap_or_else(|| panic!("nothing for {words}"));
        assert_eq!(first["topic"], service["topic"], "{words}");
        assert_eq!(found["query"], words);
        assert!(answer.header("server-timing").is_some(), "{words}");
    }
}

#[test]
fn a_hit_has_every_key_of_the_contract_and_leads_to_a_page() {
    let site = Site::served();
    let found = site
        .get(&format!("/api/v1/search?q={}", encoded("инвалид")))
        .json();
    let hits = found["hits"].as_array().expect("hits are a list");
    assert!(!hits.is_empty(), "{found}");
    for key in ["query", "understood", "total", "hits", "facets"] {
        assert!(found.get(key).is_some(), "{key} is missing");
    }
    for hit in hits {
        for key in [
            "kind", "id", "act", "ordinal", "topic", "title", "language", "url", "region",
            "status", "score", "snippet",
        ] {
            assert!(hit.get(key).is_some(), "{key} is missing in {hit}");
        }
        let url = hit["url"].as_str().expect("an address is a text");
        assert_eq!(site.get(url).status, 200, "{url}");
        let snippet = hit["snippet"].as_str().unwrap_or_default();
        let rest = snippet.replace("<mark>", "").replace("</mark>", "");
        assert!(!rest.contains('<'), "{snippet}");
    }
}

#[test]
fn limit_and_offset_walk_through_the_hits() {
    let site = Site::served();
    let query = encoded("көмек");
    let ids = |path: &str| -> Vec<String> {
        let hits = site.get(path).json()["hits"].clone();
        let hits = hits.as_array().expect("hits are a list").clone();
        hits.iter().map(|hit| hit["url"].to_string()).collect()
    };
    let all = ids(&format!("/api/v1/search?q={query}&limit=6"));
    assert_eq!(all.len(), 6, "{all:?}");
    let rest = ids(&format!("/api/v1/search?q={query}&limit=3&offset=3"));
    assert_eq!(rest, all[3..]);
}

#[test]
fn filters_keep_what_they_name() {
    let site = Site::served();
    let regions: Vec<&str> = site.catalogue["acts"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|act| act["region"].as_str().expect("a text"))
        .collect();
    let region = regions[0];
    let found = site
        .get(&format!(
            "/api/v1/search?kind=service&region={region}&status=repealed&limit=100&q={}",
            encoded("мүгедек инвалид")
        ))
        .json();
    let hits = found["hits"].as_array().expect("hits are a list");
    assert!(!hits.is_empty(), "{found}");
    for hit in hits {
        assert_eq!(hit["kind"], "service");
        assert_eq!(hit["region"], region);
        assert_eq!(hit["status"], "repealed");
    }
}

#[test]
fn nothing_is_answered_rather_than_noise() {
    let site = Site::served();
    let answer = site.get("/api/v1/search?q=qqqzzzxxxwww");
    assert_eq!(answer.status, 200);
    let found = answer.json();
    assert_eq!(found["total"], 0);
    assert_eq!(found["hits"], Value::Array(Vec::new()));
}

#[test]
fn a_bad_parameter_is_a_problem_that_names_it() {
    let site = Site::served();
    for (query, named) in [
        ("q=a&limit=0", "limit"),
        ("q=a&limit=101", "limit"),
        ("q=a&limit=many", "limit"),
        ("q=a&offset=-1", "offset"),
        ("q=a&language=en", "language"),
        ("q=a&status=lost", "status"),
        ("q=a&kind=thing", "kind"),
    ] {
        let answer = site.get(&format!("/api/v1/search?{query}"));
        assert_eq!(answer.status, 400, "{query}");
        assert_eq!(answer.media_type(), "application/problem+json", "{query}");
        let problem = answer.json();
        assert_eq!(problem["status"], 400, "{query}");
        assert!(problem["title"].is_string(), "{query}: {problem}");
        let detail = problem["detail"].as_str().unwrap_or_default();
        assert!(detail.contains(named), "{query}: {problem}");
    }
}

#[test]
fn suggestions_lead_to_pages() {
    let site = Site::served();
    let answer = site.get(&format!(
        "/api/v1/suggest?language=ru&q={}",
        encoded("инва")
    ));
    assert_eq!(answer.status, 200);
    let suggested = answer.json();
    let suggestions = suggested["suggestions"].as_array().expect("a list");
    assert!(!suggestions.is_empty(), "{suggested}");
    for suggestion in suggestions {
        assert!(suggestion["text"].is_string(), "{suggestion}");
        let url = suggestion["url"].as_str().expect("an address is a text");
        assert_eq!(site.get(url).status, 200, "{url}");
    }
}

#[test]
fn what_is_typed_never_becomes_markup() {
    let site = Site::served();
    let typed = "<script>alert(1)</script>\"'";
    let answer = site.get(&format!("/ru/search/?q={}", encoded(typed)));
    assert_eq!(answer.status, 200);
    let page = String::from_utf8(answer.body).expect("a page is UTF-8");
    assert!(
        !page.contains("<script>alert"),
        "the query stands in the page as it is"
    );
    assert!(page.contains("&lt;script&gt;"), "the query is shown");
}
