// The real server over sockets: connections, limits, deadlines, strangers' SQL, editions that change, an end in good order.
#include <atomic>

#include <nlohmann/json.hpp>

#include "tests/http/served_program.hpp"

namespace comity::http_test {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class Serve : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(base_edition())) GTEST_SKIP() << base_edition() << " is not there: build it with ./comity version";
  }
};

constexpr const char* health = "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n";

TEST_F(Serve, KeepsAConnectionAndTakesRequestsTogether) {
  const Program served;
  ASSERT_GT(served.port(), 0) << served.text_of("talk");
  Wire wire = served.connect();
  for (int i = 0; i < 3; ++i) {
    wire.send(health);
    EXPECT_EQ(wire.answer().status, 200);
  }
  wire.send(std::string(health) + "GET /api/v1/states HTTP/1.1\r\nHost: a\r\n\r\n" + health);
  EXPECT_THAT(wire.answer().body, HasSubstr("\"status\":\"ok\""));
  EXPECT_THAT(wire.answer().body, HasSubstr("\"states\":["));
  EXPECT_THAT(wire.answer().body, HasSubstr("\"status\":\"ok\""));
  wire.send("HEAD /api/v1/states HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(wire.answer(10, false).status, 200);
  wire.send("GET /healthz HTTP/1.0\r\n\r\n");
  const auto old = wire.answer();
  EXPECT_EQ(old.status, 200);
  EXPECT_THAT(old.head, Not(HasSubstr("Server:")));
  EXPECT_TRUE(wire.is_closed(5));
}

TEST_F(Serve, RefusesWhatIsTooLargeOrNoRequest) {
  const Program served;
  const auto status = [&](const std::string& bytes) {
    Wire wire = served.connect();
    wire.send(bytes);
    const int out = wire.answer().status;
    EXPECT_TRUE(wire.is_closed(5));
    return out;
  };
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20000, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(status("GET /" + std::string(20000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 431);
  EXPECT_EQ(status("POST /api/v1/audit HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"), 413);
  EXPECT_EQ(status("POST /api/v1/audit HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\n\r\n"), 413);
  EXPECT_EQ(status("POST /api/v1/states HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello"), 413);
  EXPECT_EQ(status("POST /api/v1/sql HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n" + std::string(0x20000, 'x') + "\r\n0\r\n\r\n"), 413);
  EXPECT_EQ(status("nonsense\r\n\r\n"), 400);
  EXPECT_EQ(status("GET / HTTP/1.1\r\n\r\n"), 400) << "no Host";
  EXPECT_EQ(status("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"), 400);
  EXPECT_EQ(served.get("/healthz").status, 200);
}

TEST_F(Serve, GoesOnWhenSomebodyIsSlow) {
  const Program served({"--patience", "1"});
  Wire slow = served.connect(), silent = served.connect();
  slow.send("GET /healthz HTTP/1.1\r\nHo");
  const auto began = Clock::now();
  std::thread trickle([&] {
    for (int i = 0; i < 8; ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(250));
      slow.send("x");
    }
  });
  EXPECT_EQ(served.get("/healthz").status, 200);
  trickle.join();
  EXPECT_TRUE(slow.is_closed(5)) << "a byte now and then does not help";
  EXPECT_LT(Clock::now() - began, std::chrono::seconds(6));
  EXPECT_FALSE(silent.is_closed(0.1)) << "an idle connection may stay";
  EXPECT_THAT(served.get("/metrics").body, HasSubstr("comity_connections_cut_total 1\n"));
}

TEST_F(Serve, HoldsAThousandIdleConnections) {
  const Program served;
  std::vector<Wire> idle;
  for (int i = 0; i < 1000; ++i) {
    idle.push_back(served.connect());
    ASSERT_TRUE(idle.back().is_open()) << i;
  }
  const auto began = Clock::now();
  EXPECT_EQ(served.get("/api/v1/pairs/DEU/KAZ").status, 200);
  EXPECT_LT(Clock::now() - began, std::chrono::seconds(5));
  idle.front().send(health), idle.back().send(health);
  EXPECT_EQ(idle.front().answer().status, 200);
  EXPECT_EQ(idle.back().answer().status, 200);
}

TEST_F(Serve, ClosesWhatIsTooMany) {
  const Program served({"--connections", "16"});
  std::vector<Wire> many;
  for (int i = 0; i < 40; ++i) many.push_back(served.connect());
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  int served_at_all = 0;
  for (Wire& wire : many) {
    wire.send(health);
    served_at_all += wire.answer(0.5).status == 200;
  }
  EXPECT_GE(served_at_all, 10);
  EXPECT_LE(served_at_all, 17);
  many.clear();
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  EXPECT_EQ(served.get("/healthz").status, 200);
}

TEST_F(Serve, StrangersSqlReadsThisEditionAndNothingElse) {
  const Program served;
  const auto ask = [&](const std::string& sql, const char* more = "") { return served.post(std::string("/api/v1/sql") + more, sql); };
  const json fine = json::parse(ask("SELECT key FROM state WHERE key IN ('DEU', 'KAZ') ORDER BY key").body);
  EXPECT_EQ(fine["rows"].dump(), R"([["DEU"],["KAZ"]])");
  EXPECT_EQ(fine["truncated"], false);
  const json cut = json::parse(ask("SELECT * FROM range(100)", "?limit=7").body);
  EXPECT_EQ(cut["rows"].size(), 7u);
  EXPECT_EQ(cut["truncated"], true);
  const std::string secret = (served.folder() / "secret.csv").string();
  std::ofstream(secret) << "a\nsecret\n";
  for (const std::string& sql : std::vector<std::string>{
           "SELECT * FROM read_text('" + secret + "')", "SELECT * FROM '" + secret + "'", "SELECT * FROM read_csv('" + secret + "')", "FROM glob('/*')", "COPY state TO '" + secret + "'",
           "CREATE TABLE x AS SELECT 1", "INSERT INTO state SELECT * FROM state", "DELETE FROM state", "DROP TABLE state", "ATTACH '" + secret + "' AS x", "ATTACH ':memory:' AS x", "INSTALL httpfs", "LOAD httpfs",
           "SET enable_external_access = true", "PRAGMA enable_profiling", "CALL pragma_version()", "SELECT 1; SELECT 2", "SELECT 1) x; ATTACH ':memory:' AS y; SELECT * FROM (SELECT 2", "EXPORT DATABASE '/tmp/x'",
           "SELECT * FROM read_blob('/proc/self/environ')", "", ";", "-- nothing", "SELEC 1", std::string("SELECT '\0'", 10)}) {
    const auto answer = ask(sql);
    EXPECT_EQ(answer.status, 400) << sql << "\n" << answer.body;
    EXPECT_THAT(answer.body, Not(HasSubstr("\"secret\""))) << sql;
  }
  std::ifstream in(secret);
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "a\nsecret\n");
}

TEST_F(Serve, StrangersSqlIsStoppedAtItsBounds) {
  const Program served;
  const auto refused = [&](const std::string& sql, const char* more) {
    const auto answer = served.post(std::string("/api/v1/sql") + more, sql);
    EXPECT_EQ(answer.status, 422) << sql << "\n" << answer.body.substr(0, 400);
    return answer.status == 422 ? json::parse(answer.body)["error"]["code"].get<std::string>() : "";
  };
  const auto began = Clock::now();
  EXPECT_EQ(refused("SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b", "?seconds=2"), "out_of_time");
  EXPECT_LT(Clock::now() - began, std::chrono::seconds(10));
  EXPECT_EQ(refused("SELECT list(range::VARCHAR || repeat('x', 100)) FROM range(100000000)", "?seconds=20"), "stopped");
  EXPECT_EQ(refused("SELECT repeat('x', 1000) FROM range(1000000)", "?limit=100000&seconds=20"), "too_much");
  EXPECT_EQ(json::parse(served.post("/api/v1/sql", "SELECT * FROM range(1000000000)").body)["truncated"], true);
  EXPECT_EQ(served.get("/healthz").status, 200);
  EXPECT_THAT(served.get("/metrics").body, HasSubstr("comity_children_killed_total 2\n"));
}

TEST_F(Serve, TakesAnotherEditionWithoutDroppingARequest) {
  const Program served;
  const std::string before = json::parse(served.get("/healthz").body)["edition"];
  const fs::path other = served.folder() / "other.duckdb";
  // The same content under another name: what counts here is that it is another file.
  fs::copy_file(base_edition(), other);
  std::atomic<bool> going{true};
  std::atomic<int> asked{0}, failed{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 2; ++i) {
    clients.emplace_back([&, i] {
      Wire wire = served.connect();
      while (going) {
        wire.send(fmt::format("GET /api/v1/pairs/DEU/KAZ?since={} HTTP/1.1\r\nHost: a\r\n\r\n", 1900 + i + asked % 100));
        const auto answer = wire.answer();
        ++asked;
        if (answer.status != 200 || !answer.body.ends_with("\n")) ++failed;
      }
    });
  }
  for (int i = 0; i < 3; ++i) {
    const fs::path next = served.folder() / "next";
    fs::create_symlink(i % 2 ? base_edition() : other, next);
    fs::rename(next, served.link());
    if (i == 0) ::kill(served.pid(), SIGHUP);
    const std::string wanted = fmt::format("comity_editions_opened_total {}\n", i + 2);
    const auto end = Clock::now() + std::chrono::seconds(20);
    while (served.get("/metrics").body.find(wanted) == std::string::npos && Clock::now() < end) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    EXPECT_THAT(served.get("/metrics").body, HasSubstr(wanted));
  }
  // What cannot be opened leaves the old one in service.
  fs::remove(served.link());
  std::ofstream(served.link()) << "no database";
  std::this_thread::sleep_for(std::chrono::milliseconds(2600));
  EXPECT_EQ(json::parse(served.get("/healthz").body)["edition"], before);
  EXPECT_THAT(served.text_of("talk"), HasSubstr("the edition stays"));
  going = false;
  for (auto& client : clients) client.join();
  EXPECT_GT(asked, 10);
  EXPECT_EQ(failed, 0);
}

TEST_F(Serve, AChildReadsTheEditionOfItsRequestEvenWhenTheNameIsGone) {
  const Program served;
  const fs::path own = served.folder() / "own.duckdb", next = served.folder() / "next";
  fs::copy_file(base_edition(), own);
  fs::create_symlink(own, next);
  fs::rename(next, served.link());
  ::kill(served.pid(), SIGHUP);
  std::this_thread::sleep_for(std::chrono::seconds(1));
  fs::remove(served.link());
  fs::remove(own);
  EXPECT_EQ(served.post("/api/v1/sql", "SELECT count(*) FROM state").status, 200);
}

TEST_F(Serve, EndsInGoodOrder) {
  Program served;
  Wire idle = served.connect(), busy = served.connect();
  idle.send(health);
  EXPECT_EQ(idle.answer().status, 200);
  busy.send("GET /api/v1/sql?query=SELECT+count(*)+FROM+range(50000000)+a HTTP/1.1\r\nHost: a\r\n\r\n");
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  ::kill(served.pid(), SIGTERM);
  EXPECT_TRUE(idle.is_closed(5));
  EXPECT_EQ(busy.answer().status, 200) << "what has begun is finished";
  EXPECT_EQ(served.wait(12), 0) << served.text_of("talk");
  EXPECT_FALSE(served.connect().is_open());
  EXPECT_THAT(served.text_of("log"), HasSubstr("\"GET /healthz\" 200"));
}

TEST_F(Serve, TheLogHoldsNoLineOfAStranger) {
  const Program served;
  Wire wire = served.connect();
  wire.send("GET /a\"%0a\x1b[31m HTTP/1.1\r\nHost: a\r\n\r\n");
  wire.answer();
  served.get("/%0a127.0.0.1%20forged");
  std::this_thread::sleep_for(std::chrono::milliseconds(800));
  const std::string log = served.text_of("log");
  EXPECT_THAT(log, Not(HasSubstr("\x1b")));
  EXPECT_THAT(log, HasSubstr("/%0a127.0.0.1%20forged"));
}

}  // namespace
}  // namespace comity::http_test
