#include "comity/fetch/download.hpp"

#include <gmock/gmock.h>
#include <signal.h>

#include <cstdlib>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "tests/support/loopback_server.hpp"

namespace comity::fetch::test {
namespace {

using comity::test::Answering;
using comity::test::HttpRequest;
using comity::test::LoopbackServer;
using ::testing::HasSubstr;

class Downloads : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() / fmt::format("comity-fetch-{}-{}", ::getpid(), ::testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    options_.first_pause_seconds = 0.01;
    options_.attempts = 3;
    options_.stalled_seconds = 1;
    ::setenv("no_proxy", "127.0.0.1", 1);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Download load(const std::string& path) {
    Progress silent;
    return download(server_.url(path), file(), options_, silent);
  }
  std::string what_it_says(const std::string& path) {
    try {
      load(path);
    } catch (const Error& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return "nothing";
  }
  std::filesystem::path file() const { return folder_ / "file.csv"; }

  LoopbackServer server_;
  std::filesystem::path folder_;
  DownloadOptions options_;
};

const std::string whole = "a,b\n1,2\n3,4\n5,6\n";

TEST_F(Downloads, AFileComesWhole) {
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send_whole(whole, "ETag: \"one\"\r\nContent-Type: text/csv\r\n"); });
  const Download got = load("/f");
  EXPECT_EQ(read_file(file()), whole);
  EXPECT_EQ(got.etag, "\"one\"");
  EXPECT_EQ(got.media_type, "text/csv");
  EXPECT_EQ(got.bytes, whole.size());
  EXPECT_FALSE(std::filesystem::exists(file().string() + ".part"));
  EXPECT_FALSE(std::filesystem::exists(file().string() + ".part.etag"));
}

TEST_F(Downloads, TheSameEtagLoadsNothing) {
  server_.on("/f", [](const HttpRequest& r, const Answering& a) {
    r.header("If-None-Match") == "\"one\"" ? a.send("HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\nConnection: close\r\n\r\n") : a.send_whole(whole);
  });
  options_.mark = "\"one\"";
  EXPECT_TRUE(load("/f").not_modified);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

// A server without ETags is asked by the time that it gave.
TEST_F(Downloads, NotModifiedSinceLoadsNothing) {
  const std::string then = "Wed, 25 Nov 2026 10:00:00 GMT";
  server_.on("/f", [then](const HttpRequest& r, const Answering& a) {
    r.header("If-Modified-Since") == then && r.header("If-None-Match").empty() ? a.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n") : a.send_whole(whole, "Last-Modified: " + then + "\r\n");
  });
  options_.mark = load("/f").mark();
  EXPECT_EQ(options_.mark, then);
  std::filesystem::remove(file());
  const Download again = load("/f");
  EXPECT_TRUE(again.not_modified);
  EXPECT_EQ(again.mark(), then);
  EXPECT_FALSE(std::filesystem::exists(file()));
}

// The connection breaks in the middle; the second request asks for the rest of the same file and gets it.
TEST_F(Downloads, ATruncatedAnswerIsResumed) {
  server_.on("/f", [](const HttpRequest& r, const Answering& a) {
    if (r.header("Range").empty()) {
      a.send(fmt::format("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nETag: \"one\"\r\nConnection: close\r\n\r\n{}", whole.size(), whole.substr(0, 6)));
    } else {
      a.send(fmt::format("HTTP/1.1 206 Partial Content\r\nContent-Length: {0}\r\nContent-Range: bytes 6-{1}/{2}\r\nETag: \"one\"\r\nConnection: close\r\n\r\n{3}",
                         whole.size() - 6, whole.size() - 1, whole.size(), whole.substr(6)));
    }
  });
  const Download got = load("/f");
  EXPECT_EQ(read_file(file()), whole);
  EXPECT_TRUE(got.resumed);
  EXPECT_EQ(got.attempts, 2);
  EXPECT_EQ(server_.asked()[1].header("Range"), "bytes=6-");
  EXPECT_EQ(server_.asked()[1].header("If-Range"), "\"one\"");
}

TEST_F(Downloads, AnotherFileIsNotSewnToTheOldPart) {
  write_file(file().string() + ".part", "old bytes");
  write_file(file().string() + ".part.etag", "\"old\"");
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send_whole(whole, "ETag: \"new\"\r\n"); });  // If-Range does not hold: all of it
  EXPECT_FALSE(load("/f").resumed);
  EXPECT_EQ(read_file(file()), whole);
}

TEST_F(Downloads, APartWithoutAnEtagIsBegunAnew) {
  write_file(file().string() + ".part", "of something");
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send_whole(whole); });
  load("/f");
  EXPECT_EQ(read_file(file()), whole);
  EXPECT_EQ(server_.asked()[0].header("Range"), "");
}

// A server that lies about which part it sends.
TEST_F(Downloads, AWrongRangeIsThrownAway) {
  write_file(file().string() + ".part", whole.substr(0, 6));
  write_file(file().string() + ".part.etag", "\"one\"");
  server_.on("/f", [](const HttpRequest& r, const Answering& a) {
    r.header("Range").empty() ? a.send_whole(whole) : a.send("HTTP/1.1 206 Partial Content\r\nContent-Length: 3\r\nContent-Range: bytes 2-4/16\r\nConnection: close\r\n\r\nxyz");
  });
  load("/f");
  EXPECT_EQ(read_file(file()), whole);
}

TEST_F(Downloads, AlwaysCutShortIsAnErrorAndThePartIsKept) {
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nETag: \"x\"\r\nConnection: close\r\n\r\nabc"); });
  EXPECT_THAT(what_it_says("/f"), HasSubstr("/f: "));
  EXPECT_EQ(server_.asked().size(), 3u);
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_TRUE(std::filesystem::exists(file().string() + ".part"));
}

TEST_F(Downloads, ABusyServerIsAskedAgain) {
  int asked = 0;
  server_.on("/f", [&](const HttpRequest&, const Answering& a) { ++asked < 3 ? a.send_whole("busy", "Retry-After: 0\r\n", "503 Service Unavailable") : a.send_whole(whole); });
  EXPECT_EQ(load("/f").attempts, 3);
  EXPECT_EQ(read_file(file()), whole);
}

TEST_F(Downloads, ARefusalIsNotAskedAgain) {
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send_whole("<html>Please log in</html>", "", "403 Forbidden"); });
  const std::string said = what_it_says("/f");
  EXPECT_THAT(said, HasSubstr("answered 403"));
  EXPECT_THAT(said, HasSubstr("Please log in"));
  EXPECT_THAT(said, HasSubstr("registration"));
  EXPECT_EQ(server_.asked().size(), 1u);
  EXPECT_THAT(what_it_says("/nowhere"), HasSubstr("moved the file"));
}

TEST_F(Downloads, RedirectsAreFollowedAndBounded) {
  server_.on("/old", [&](const HttpRequest&, const Answering& a) { a.send_whole("", "Location: /new\r\n", "302 Found"); });
  server_.on("/new", [](const HttpRequest&, const Answering& a) { a.send_whole(whole); });
  server_.on("/round", [](const HttpRequest&, const Answering& a) { a.send_whole("", "Location: /round\r\n", "302 Found"); });
  server_.on("/file", [](const HttpRequest&, const Answering& a) { a.send_whole("", "Location: file:///etc/passwd\r\n", "302 Found"); });
  EXPECT_THAT(load("/old").address, HasSubstr("/new"));
  EXPECT_EQ(read_file(file()), whole);
  options_.most_redirects = 4;
  EXPECT_THAT(what_it_says("/round"), HasSubstr("more than 4 redirects"));
  EXPECT_THAT(what_it_says("/file"), HasSubstr("neither http nor https"));
}

TEST_F(Downloads, AnAnswerThatIsTooLongIsRefused) {
  options_.most_bytes = 10;
  server_.on("/said", [](const HttpRequest&, const Answering& a) { a.send_whole(whole); });
  EXPECT_THAT(what_it_says("/said"), HasSubstr("is 16 bytes long, more than the 10 allowed"));
  // One that does not say how long it is.
  server_.on("/unsaid", [](const HttpRequest&, const Answering& a) { a.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + whole); });
  EXPECT_THAT(what_it_says("/unsaid"), HasSubstr("beyond the 10 bytes allowed"));
  EXPECT_FALSE(std::filesystem::exists(file()));
  EXPECT_FALSE(std::filesystem::exists(file().string() + ".part"));
}

TEST_F(Downloads, ASlowServerIsBrokenOff) {
  options_.attempts = 1;
  server_.on("/f", [](const HttpRequest&, const Answering& a) {
    a.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nab");
    Answering::wait(3500);
  });
  EXPECT_THAT(what_it_says("/f"), HasSubstr("Operation too slow"));
}

TEST_F(Downloads, NobodyAtHome) {
  options_.attempts = 1;
  Progress silent;
  EXPECT_THROW(download("http://127.0.0.1:1/f", file(), options_, silent), DataError);
  EXPECT_THROW(download("ftp://127.0.0.1/f", file(), options_, silent), UsageError);
  EXPECT_THROW(download("nonsense", file(), options_, silent), UsageError);
}

TEST_F(Downloads, NoHttpAtAll) {
  options_.attempts = 1;
  server_.on("/f", [](const HttpRequest&, const Answering& a) { a.send("220 mail.example.org ESMTP\r\n"); });
  EXPECT_NE(what_it_says("/f"), "nothing");
  EXPECT_FALSE(std::filesystem::exists(file()));
}

// A server that is closed for long is left alone at once; one that asks for a moment gets it.
TEST_F(Downloads, RetryAfterIsObeyedOrTheWorkEnds) {
  int asked = 0;
  server_.on("/busy", [&](const HttpRequest&, const Answering& a) {
    ++asked == 1 ? a.send_whole("slow down", "Retry-After: 1\r\n", "429 Too Many Requests") : a.send_whole(whole);
  });
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_EQ(load("/busy").attempts, 2);
  EXPECT_GE(std::chrono::steady_clock::now() - begun, std::chrono::milliseconds(950));
  server_.on("/closed", [](const HttpRequest&, const Answering& a) { a.send_whole("closed", "Retry-After: 86400\r\n", "503 Service Unavailable"); });
  EXPECT_THAT(what_it_says("/closed"), HasSubstr("the server answered 503 (“closed”), and asks to be left alone for 24 hours"));
  // As a date, told against the server's own clock.
  server_.on("/dated", [](const HttpRequest&, const Answering& a) {
    a.send_whole("closed", "Date: Thu, 26 Nov 2026 12:00:00 GMT\r\nRetry-After: Thu, 26 Nov 2026 13:00:00 GMT\r\n", "429 Too Many Requests");
  });
  EXPECT_THAT(what_it_says("/dated"), HasSubstr("left alone for 60 minutes"));
}

TEST_F(Downloads, APageOfHtmlIsNoFileWhereNoneIsWanted) {
  server_.on("/page", [](const HttpRequest&, const Answering& a) {
    a.send_whole("\xef\xbb\xbf <?xml version=\"1.0\"?>\n<HTML lang=en><head><TITLE>Access\ndenied</TITLE></head></HTML>", "Content-Type: text/csv\r\n");
  });
  EXPECT_EQ(load("/page").bytes, 88u);  // whoever loads an XML file may get one
  std::filesystem::remove(file());
  options_.refuse_pages = true;
  EXPECT_THAT(what_it_says("/page"), HasSubstr("an HTML page came instead of a file: “Access denied”"));
  EXPECT_FALSE(std::filesystem::exists(file()));
  server_.on("/xml", [](const HttpRequest&, const Answering& a) { a.send_whole("<?xml version=\"1.0\"?><Treaty/>"); });
  EXPECT_EQ(load("/xml").bytes, 30u);
}

TEST_F(Downloads, HeadersGoWithTheRequest) {
  server_.on("/f", [](const HttpRequest& r, const Answering& a) { a.send_whole(r.header("Accept") + "|" + r.header("Ocp-Apim-Subscription-Key")); });
  options_.headers = {"Accept: text/csv", "Ocp-Apim-Subscription-Key: 3141"};
  load("/f");
  EXPECT_EQ(read_file(file()), "text/csv|3141");
}

// A server with a certificate that nobody vouches for, run by openssl where it is installed; ends with the object.
class UnvouchedServer {
 public:
  explicit UnvouchedServer(const std::filesystem::path& folder) {
    const int probe = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    ::bind(probe, reinterpret_cast<sockaddr*>(&address), size);
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    ::close(probe);
    const std::string pem = (folder / "key.pem").string();
    if (std::system(fmt::format("openssl req -x509 -newkey rsa:2048 -nodes -keyout '{0}' -out '{0}.crt' -days 1 -subj /CN=example.org >/dev/null 2>&1", pem).c_str()) != 0) return;
    std::FILE* shell = ::popen(fmt::format("openssl s_server -accept 127.0.0.1:{0} -key '{1}' -cert '{1}.crt' -www </dev/null >/dev/null 2>&1 & echo $!", port_, pem).c_str(), "r");
    char line[32] = {};
    if (std::fgets(line, sizeof(line), shell)) process_ = std::atoi(line);
    ::pclose(shell);
  }
  ~UnvouchedServer() {
    if (process_ > 0) ::kill(process_, SIGTERM);
  }
  UnvouchedServer(const UnvouchedServer&) = delete;
  UnvouchedServer& operator=(const UnvouchedServer&) = delete;
  bool runs() const { return process_ > 0; }
  std::string url() const { return fmt::format("https://127.0.0.1:{}/", port_); }

 private:
  int port_ = 0, process_ = 0;
};

TEST_F(Downloads, ACertificateThatDoesNotFitIsNamedAndNeverSkipped) {
  const UnvouchedServer server(folder_);
  if (!server.runs()) GTEST_SKIP() << "openssl is not installed";
  options_.attempts = 20;  // until it listens
  options_.first_pause_seconds = 0.05;
  Progress silent;
  try {
    download(server.url(), file(), options_, silent);
    ADD_FAILURE() << "it was loaded";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("the server's certificate does not fit"));
    EXPECT_THAT(error.hint(), HasSubstr("cannot show who it is"));
  }
  EXPECT_FALSE(std::filesystem::exists(file()));
}

}  // namespace
}  // namespace comity::fetch::test
