#!/usr/bin/env python3
"""What the program does in a second, measured and held against what was promised.   bench/figures.py [FIGURE…]

start     process start to the first front page; memory after it
warm      a story plate against a bare Kestrel endpoint that writes the same bytes, turn by turn in one run
cold      pages made from the database
edit      from the save's answer to a reader's page with the new text
comments  comments taken, judged and durably kept a second
moderate  manset moderate on one core, as a process
ingest    manset ingest on one core, as a process
wire      the same on two cores with items of 3 kB: SQLite, PostgreSQL (MANSET_BENCH_POSTGRES, a connection string), feedparser's parsing beside it;
          MANSET_BENCH_ITEMS says how many (10,000)
"""
import json
import os
import statistics
import subprocess
import sys
import time
from xml.sax.saxutils import escape

from newsroom import FOLDER, PORT, PROGRAM, SECTIONS, SHARED, Newsroom, fresh, lead_form, load, prepare, proc, serving

GZIP = {"Accept-Encoding": "gzip"}
rows = []


def say(figure, value, unit, least=None, most=None, note=""):
    verdict = "-" if least is None and most is None else "PASS" if (least is None or value >= least) and (most is None or value <= most) else "FAIL"
    promise = "at least %g" % least if least is not None else "at most %g" % most if most is not None else "-"
    rows.append((figure, "%.*f %s" % (0 if value >= 100 else 2, value, unit), promise, verdict, note))
    print("  %-48s %s  %s %s" % (figure, rows[-1][1], verdict, note), file=sys.stderr, flush=True)


def spread(values, scale=1.0, digits=2):
    return "%.*f to %.*f, n=%d" % (digits, min(values) * scale, digits, max(values) * scale, len(values))


def start():
    times, spent, memory = [], [], []
    newsroom = Newsroom()
    for _ in range(7):
        proc.wait_quiet(load.QUIET_WAIT)
        times.append(newsroom.start())
        spent.append(proc.cpu_seconds([newsroom.process.pid]))
        time.sleep(1)
        memory.append(proc.memory([newsroom.process.pid]))
        newsroom.stop()
    say("start to first front page", statistics.median(times), "s", most=2, note="%s; processor %.2f s" % (spread(times), statistics.median(spent)))
    say("memory after start, resident", statistics.median(rss for _, rss in memory), "MiB", most=200, note="PSS %.0f" % statistics.median(pss for pss, _ in memory))


def warm():
    with Newsroom() as ours:
        page, other = ours.lead["path"], "http://127.0.0.1:%d" % (PORT + 1)
        bare = proc.spawn(["dotnet", os.path.join(FOLDER, "bare", "bare.dll"), "--urls", other, "--like", ours.base, "--pages", page], os.path.join(FOLDER, "bare.log"))
        if proc.wait_200(other, page, 30, alive=lambda: bare.poll() is None) is None:
            raise SystemExit("the bare endpoint did not start")
        turns = {"gzip": [], "br": []}
        for base in (ours.base, other):
            load.wrk(base + page, 64, 6, GZIP)
        for packing, pairs in turns.items():
            for _ in range(11):
                proc.wait_quiet(load.QUIET_WAIT, [ours.process.pid, bare.pid])
                pairs.append([load.one_run(base, page, [pid], 64, 1, {"Accept-Encoding": packing}) for base, pid in ((ours.base, ours.process.pid), (other, bare.pid))])
        proc.stop(bare)
    for packing, pairs in turns.items():
        rates = [mine["rps"] / theirs["rps"] for mine, theirs in pairs]
        costs = [theirs["cpu_us_per_req"] / mine["cpu_us_per_req"] for mine, theirs in pairs]
        median = [statistics.median(run["rps"] for run in side) for side in zip(*pairs)]
        say("warm story plate to bare Kestrel, %s" % packing, statistics.median(rates), "x", least=0.8, note="%s; %.0f and %.0f requests/s" % (spread(rates), *median))
        say("the same by processor time, %s" % packing, statistics.median(costs), "x", least=0.8, note=spread(costs))


def cold():
    with Newsroom() as newsroom:
        def each(name, pages, most=None):
            spent, times, socket = proc.cpu_seconds([newsroom.process.pid]), [], None
            for page in pages:
                begun = time.perf_counter()
                status, _, _, socket = proc.raw_get(newsroom.base, page, GZIP, sock=socket)
                times.append(1000 * (time.perf_counter() - begun))
                assert status == 200, page
            spent = 1000 * (proc.cpu_seconds([newsroom.process.pid]) - spent) / len(times)
            say(name, statistics.median(times), "ms", most=most, note="p90 %.1f; processor %.1f ms" % (sorted(times)[len(times) * 9 // 10], spent))

        paths = newsroom.seeded["paths"]
        each("first 50 stories after the start", paths[:50])
        for page in paths[50:600]:
            proc.raw_get(newsroom.base, page, GZIP)[3].close()
        each("story from the database", paths[600:990])
        each("section page from the database", ["/en/%s/?after=%d" % (section, n) for n in range(300, 900, 20) for section in SECTIONS])


def edit():
    with Newsroom() as newsroom:
        form, revision = lead_form(), 1
        pages = {"article": newsroom.lead["path"], "front": "/en/", "feed": "/en/feed.xml"}
        saves, seen, stale = [], {name: [] for name in pages}, 0
        for turn in range(60):
            for page in pages.values():
                proc.raw_get(newsroom.base, page, GZIP)[3].close()
            name = list(pages)[turn % 3]
            marker = "marker%dx" % turn
            begun = time.perf_counter()
            newsroom.call("PUT", "/api/v1/stories/%d" % newsroom.lead["id"], dict(form, headline="Lead: changed " + marker), If_Match='"%d"' % revision)
            newsroom.call("POST", "/api/v1/stories/%d/publication" % newsroom.lead["id"])
            acknowledged = time.perf_counter()
            body = proc.raw_get(newsroom.base, pages[name])[2]
            stale += marker.encode() not in body
            saves.append(1000 * (acknowledged - begun))
            seen[name].append(1000 * (time.perf_counter() - acknowledged))
            revision += 1
    say("stale pages after an acknowledged publication", stale, "of 60", most=0)
    say("save and publish", statistics.median(saves), "ms", note=spread(saves))
    for name, times in seen.items():
        say("acknowledged to read, %s" % name, statistics.median(times[2:]), "ms", note=spread(times[2:]))


def comments():
    with Newsroom() as newsroom:
        spec = {"path": newsroom.seeded["other"]["path"] + "/comments", "type": "application/x-www-form-urlencoded", "body": "name=Reader&text=A+bench+comment+numbered+{n}"}
        load.post(newsroom.base, spec, [newsroom.process.pid], 16, 3)
        runs = [load.post(newsroom.base, spec, [newsroom.process.pid], 16, 3) for _ in range(5)]
        rates = [run["rps"] for run in runs]
        say("comments kept a second", statistics.median(rates), "/s", note="%s; errors %d; 16 at a time, processor %.2f ms each" % (
            spread(rates, digits=0), sum(run["errors"] for run in runs), statistics.median(run["cpu_us_per_req"] for run in runs) / 1000))


def remarks(edition, many):
    """Comments that people wrote, where the data is at hand; else the bench's own."""
    import gzip
    found, folder = [], os.path.join(SHARED, "data", "moderation")
    for base, _, files in sorted(os.walk(folder)):
        for file in sorted(files):
            if base.endswith("-" + edition) and file == "train.jsonl.gz":
                with gzip.open(os.path.join(base, file), "rt", encoding="utf-8") as lines:
                    found += [text for text in (json.loads(line).get("text") for line in lines) if text]
    if not found:
        with open(os.path.join(FOLDER, "corpus", "comments.jsonl"), encoding="utf-8") as lines:
            found = [json.loads(line)["text"] for line in lines]
    return [found[n * len(found) // many if len(found) > many else n % len(found)] for n in range(many)]


def moderate():
    prepare()
    many = 50_000
    for edition in ("tr", "en"):
        lines = "".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\n" for n, text in enumerate(remarks(edition, many))).encode()
        rates = []
        for _ in range(3):
            proc.wait_quiet(load.QUIET_WAIT)
            begun = time.perf_counter()
            said = subprocess.run(["taskset", "-c", "0", *PROGRAM, "moderate", "--edition", edition], input=lines, capture_output=True, check=False)
            rates.append(many / (time.perf_counter() - begun))
            assert said.stdout.count(b"\n") == many, said.stderr
        say("manset moderate, edition %s" % edition, statistics.median(rates), "/s", least=5000, note="%s, %d comments, %d characters each" % (spread(rates, digits=0), many, len(lines) // many))


def ingest():
    prepare()
    with open(os.path.join(FOLDER, "corpus", "stories.jsonl"), encoding="utf-8") as stories:
        forms = [json.loads(line)["form"] for line in stories]
    copy = fresh("copy")
    os.makedirs(copy)
    items = ["<item><title>%s</title><guid isPermaLink='false'>bench-%d</guid><pubDate>Thu, 01 Jan 2026 12:00:00 +0000</pubDate><category>%s</category><description>%s</description></item>" % (
        escape(form["headline"]), n, form["section"], escape(form["body"])) for n, form in enumerate(forms)]
    for n in range(0, len(items), 10):
        with open(os.path.join(copy, "%04d.xml" % n), "w", encoding="utf-8") as out:
            out.write("<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Bench</title><link>http://127.0.0.1/</link><description>Bench</description><language>en</language>%s</channel></rss>" % "".join(items[n:n + 10]))
    rates = []
    for _ in range(3):
        proc.wait_quiet(load.QUIET_WAIT)
        begun = time.perf_counter()
        said = subprocess.run(["taskset", "-c", "0", *PROGRAM, "ingest", "--data", fresh("data-ingest"), "--wire", "bench", copy], capture_output=True, check=False)
        rates.append(len(items) / (time.perf_counter() - begun))
        assert said.stdout.count(b'"new"') == len(items), said.stdout[:500] + said.stderr
    say("manset ingest", statistics.median(rates), "/s", least=300, note="%s; 1,000 items of 500 words, ten a file" % spread(rates, digits=0))


def wire_copy(many):
    """RSS of items of 3 kB, ten a file."""
    prepare()
    with open(os.path.join(FOLDER, "corpus", "stories.jsonl"), encoding="utf-8") as stories:
        forms = [json.loads(line)["form"] for line in stories]
    copy = fresh("copy")
    os.makedirs(copy)
    for first in range(0, many, 10):
        items = []
        for n in range(first, first + 10):
            form = forms[n % len(forms)]
            items.append("<item><title>%s</title><guid isPermaLink='false'>bench-%d</guid><pubDate>Thu, 01 Jan 2026 12:00:00 +0000</pubDate><category>%s</category><description>%s</description></item>" % (
                escape(form["headline"]), n, form["section"], escape(form["body"][:2400].rsplit("<p>", 1)[0] or form["body"][:2400])))
        with open(os.path.join(copy, "%07d.xml" % first), "w", encoding="utf-8") as out:
            out.write("<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Bench</title><link>http://127.0.0.1/</link><description>Bench</description><language>en</language>%s</channel></rss>" % "".join(items))
    return copy


def measured(command, environment=None):
    """Seconds, seconds of processor, peak MiB, and what it said."""
    begun = time.perf_counter()
    process = subprocess.Popen(["taskset", "-c", "0,1", *command], stdout=subprocess.PIPE, env={**os.environ, **(environment or {})})
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


FEEDPARSER = "import feedparser,glob,sys\nfor name in glob.glob(sys.argv[1] + '/*'): feedparser.parse(open(name, 'rb').read())"


def wire():
    many = int(os.environ.get("MANSET_BENCH_ITEMS", "10000"))
    copy = wire_copy(many)
    databases = {"SQLite": {}}
    if postgres := os.environ.get("MANSET_BENCH_POSTGRES"):
        databases["PostgreSQL"] = {"ConnectionStrings__Newsroom": postgres}
    rates = []
    for name, environment in databases.items():
        proc.wait_quiet(load.QUIET_WAIT)
        rates.append(measured([*PROGRAM, "ingest", "--data", fresh("data-wire"), "--wire", "bench-%d" % os.getpid(), copy], environment))
        seconds, processor, peak, said = rates[-1]
        assert said.count(b'"new"') == many, said[:500]
        say("manset ingest, %s, items of 3 kB" % name, many / seconds, "/s", least=1000, note="%d items, start included; processor %.2f ms an item; peak %.0f MiB" % (many, processor / many * 1000, peak))
    python = next((each for each in ("/usr/bin/python3", sys.executable) if subprocess.run([each, "-c", "import feedparser"], capture_output=True, check=False).returncode == 0), None)
    if python:
        theirs = measured([python, "-c", FEEDPARSER, copy])
        say("the first to feedparser's bare parsing", theirs[0] / rates[0][0], "x", least=10, note="feedparser %.0f/s; by processor time %.2f" % (many / theirs[0], theirs[1] / rates[0][1]))


def main():
    figures = {each.__name__: each for each in (start, warm, cold, edit, comments, moderate, ingest, wire)}
    asked = sys.argv[1:] or list(figures)
    unknown = [name for name in asked if name not in figures]
    if unknown or "--help" in asked:
        raise SystemExit(__doc__)
    load.QUIET_WAIT = float(os.environ.get("QUIET_WAIT", "0"))
    prepare()
    proc.pin_self()
    try:
        for name in asked:
            print(name, file=sys.stderr, flush=True)
            figures[name]()
    finally:
        proc.stop_all()
    print("| figure | measured | promised | | |\n|---|---:|---:|---|---|")
    for row in rows:
        print("| %s | %s | %s | %s | %s |" % row)
    sys.exit(any(row[3] == "FAIL" for row in rows))


if __name__ == "__main__":
    main()
