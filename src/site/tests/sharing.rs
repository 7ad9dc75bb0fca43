//! Sending a page: short addresses, messages, the code in print, and the changes.

use super::{SERVICE, page, texts_of};

/// The short address that a page names for itself, as a path of a file.
fn short_of(path: &str) -> String {
    let found = texts_of(page(path), r#"class="share-url" href="([^"]*)""#);
    let address = found.first().expect("the page has a short address");
    let path = address.strip_prefix("https://qyzmet.example/");
    let path = path.expect("it is an address of the site");
    format!("{path}index.html")
}

#[test]
fn the_short_address_of_a_page_leads_back_to_it() {
    for language in ["kk", "ru"] {
        let path = format!("{language}/{SERVICE}");
        let target = format!("/{}", path.trim_end_matches("index.html"));
        let short = page(&short_of(&path));
        assert!(short.contains(&format!("0; url={target}")), "{short}");
        assert!(
            short.contains(&format!(r#"<a href="{target}">"#)),
            "{short}"
        );
    }
}

#[test]
fn each_language_has_short_addresses_of_its_own() {
    let kazakh = short_of(&format!("kk/{SERVICE}"));
    let russian = short_of(&format!("ru/{SERVICE}"));
    assert_ne!(kazakh, russian);
}

#[test]
fn a_message_says_that_the_act_is_repealed_before_it_says_its_facts() {
    let html = page(&format!("ru/{SERVICE}"));
    let messages = texts_of(
        html,
        r#"(?s)<blockquote class="share-text">(.*?)</blockquote>"#,
    );
    let [facts, papers] = &messages[..] else {
        panic!("facts and papers are sent, not {messages:?}");
    };
    for message in [facts, papers] {
        let status = message.find("утратил силу").expect("it names the status");
        let colon = message.find(": ").expect("it names facts");
        assert!(status < colon, "{message}");
        assert!(message.contains("https://qyzmet.example/s/"), "{message}");
    }
    assert!(papers.contains("1. заявление"), "{papers}");
    assert!(papers.ends_with("#documents"), "{papers}");
}

#[test]
fn a_message_sends_the_hostile_letters_of_an_act_as_data() {
    let html = page(&format!("ru/{SERVICE}"));
    let links = texts_of(html, r#"href="((?:sms:|https://wa\.me/|mailto:\?)[^"]*)""#);
    assert_eq!(links.len(), 6, "three ways for facts and for papers");
    for link in links {
        assert!(!link.contains(['<', ' ', '\n']), "{link}");
    }
}

#[test]
fn the_changes_name_adoption_and_repeal_by_date() {
    let html = page("ru/changes/index.html");
    let days = texts_of(html, r#"<time datetime="([^"]*)""#);
    let mut newest_first = days.clone();
    newest_first.sort();
    newest_first.reverse();
    assert_eq!(days, newest_first);
    let labels = texts_of(html, r"<strong>(.*?)</strong>");
    let repealed = "Принят акт от 2 сентября 2010 года № 254, который отменил этот акт";
    assert!(labels.iter().any(|label| label == repealed), "{labels:?}");
    assert!(
        labels.iter().any(|label| label == "Акт принят"),
        "{labels:?}"
    );
}

#[test]
fn the_feed_names_every_change_of_the_page_in_both_languages() {
    let feed = page("changes.xml");
    let entries = texts_of(feed, r"<entry>\s*<id>(.*?)</id>");
    let changes = texts_of(
        page("kk/changes/index.html"),
        r#"<li id="([^"]*)" class="change"#,
    );
    assert_eq!(entries.len(), changes.len());
    for (entry, change) in entries.iter().zip(&changes) {
        assert!(entry.ends_with(&format!("#{change}")), "{entry}");
    }
    assert!(feed.contains("Акт қабылданды"), "{feed}");
    assert!(feed.contains("Акт принят"), "{feed}");
}
