//! Does a fixed amount of work and writes a CPU profile of it to the path that is its argument. ROUNDS makes it shorter or longer.

use std::{env, hint::black_box};

use pprof::protos::Message;

fn main() {
    let path = env::args().nth(1).expect("the path of the profile");
    let rounds = env::var("ROUNDS").map_or(40_000, |rounds| rounds.parse().expect("a number of ROUNDS"));
    let cart: String = (0..200).map(|i| format!("a thing of some length,{i},2\n")).collect();

    let guard = pprof::ProfilerGuard::new(500).expect("a profiler with 500 samples a second");
    for _ in 0..rounds {
        black_box(shop::total(black_box(&cart)));
    }
    let profile = guard.report().build().and_then(|report| report.pprof()).expect("a profile");
    std::fs::write(path, profile.encode_to_vec()).expect("a file for the profile");
}
