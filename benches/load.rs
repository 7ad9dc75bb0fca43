//! Asks a running server the judged questions and says how long it took.
//!
//! `cargo bench --bench load -- 127.0.0.1:8080 [QUERIES.tsv] [SECONDS]`, while `qyzmet serve` runs; without
//! an address it only says so.
//!
//! First every question is asked on one connection, ten times over; the times are
//! those that the server gives (`Server-Timing`), by kind of question. Then eight
//! connections ask as fast as they can, for the number of requests in a second.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

const ROUNDS: usize = 10;
const CONNECTIONS: usize = 8;

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// A question with its kind.
struct Asked {
    kind: String,
    path: String,
}

fn main() -> Result<(), Failure> {
    // Cargo adds an option of its own to the arguments of every benchmark.
    let mut arguments = std::env::args().skip(1).filter(|one| one != "--bench");
    let Some(server) = arguments.next() else {
        println!("load: name the address of a running server, such as 127.0.0.1:8080");
        return Ok(());
    };
    let queries = arguments
        .next()
        .unwrap_or("tests/search/queries.tsv".to_owned());
    let seconds: u64 = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let questions = read_questions(&std::fs::read_to_string(queries)?);
    measure_times(&server, &questions)?;
    measure_rate(&server, &questions, Duration::from_secs(seconds))
}

fn read_questions(text: &str) -> Vec<Asked> {
    let mut questions = Vec::new();
    for line in text.lines().skip(1) {
        let mut cells = line.split('\t').skip(2);
        if let (Some(language), Some(kind), Some(query)) =
            (cells.next(), cells.next(), cells.next())
        {
            let query = encode(query);
            questions.push(Asked {
                kind: kind.to_owned(),
                path: format!("/api/v1/search?q={query}&language={language}"),
            });
            questions.push(Asked {
                kind: "suggest".to_owned(),
                path: format!("/api/v1/suggest?q={query}&language={language}"),
            });
        }
    }
    questions
}

fn measure_times(server: &str, questions: &[Asked]) -> Result<(), Failure> {
    let mut connection = Connection::open(server)?;
    let mut times: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for round in 0..=ROUNDS {
        for asked in questions {
            let spent = connection.ask(&asked.path)?;
            // The first round warms the caches up.
            if round > 0 {
                times.entry(&asked.kind).or_default().push(spent);
            }
        }
    }
    for (kind, mut times) in times {
        times.sort_by(f64::total_cmp);
        let at = |hundredth: usize| times.get((times.len() - 1) * hundredth / 100).copied();
        let [half, most, slowest] = [50, 99, 100].map(|share| at(share).unwrap_or(f64::NAN));
        println!("{kind:14} p50 {half:.3} ms  p99 {most:.3} ms  slowest {slowest:.3} ms");
    }
    Ok(())
}

fn measure_rate(server: &str, questions: &[Asked], time: Duration) -> Result<(), Failure> {
    let started = Instant::now();
    let answered = std::thread::scope(|scope| -> Result<usize, Failure> {
        let asking: Vec<_> = (0..CONNECTIONS)
            .map(|nth| {
                scope.spawn(move || -> Result<usize, Failure> {
                    let mut connection = Connection::open(server)?;
                    let mut answered = 0;
                    let mut questions = questions.iter().cycle().skip(nth * 7);
                    while started.elapsed() < time {
                        if let Some(asked) = questions.next() {
                            connection.ask(&asked.path)?;
                            answered += 1;
                        }
                    }
                    Ok(answered)
                })
            })
            .collect();
        let mut all = 0;
        for one in asking {
            all += one.join().map_err(|_| "a connection failed")??;
        }
        Ok(all)
    })?;
    let seconds = started.elapsed().as_secs_f64();
    let rate = f64::from(u32::try_from(answered)?) / seconds;
    println!("{rate:.0} requests in a second on {CONNECTIONS} connections, no errors");
    Ok(())
}

/// A connection that stays open.
struct Connection {
    stream: BufReader<TcpStream>,
}

impl Connection {
    fn open(server: &str) -> Result<Self, Failure> {
        let stream = TcpStream::connect(server)?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
        })
    }

    /// Asks and gives the milliseconds that the server says it took.
    fn ask(&mut self, path: &str) -> Result<f64, Failure> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut spent = None;
        let mut length = 0;
        let mut line = String::new();
        self.stream.read_line(&mut line)?;
        if !line.contains(" 200 ") {
            return Err(format!("{path} was answered {line}").into());
        }
        loop {
            line.clear();
            self.stream.read_line(&mut line)?;
            let header = line.trim_end().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length: ") {
                length = value.parse()?;
            }
            if let Some((_, value)) = header.split_once("dur=") {
                spent = value.parse().ok();
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body)?;
        spent.ok_or_else(|| "the server does not say how long it took".into())
    }
}

fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
