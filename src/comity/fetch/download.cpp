#include "comity/fetch/download.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/fetch/detail/answer_text.hpp"

namespace comity::fetch {
namespace {

namespace fs = std::filesystem;

// The head of one answer; a redirect's is thrown away when the next begins.
struct Head {
  long status = 0;
  std::string etag, last_modified, media_type, date, retry_after;
  std::optional<std::uint64_t> length, range_from, range_total;

  // Seconds for which the server asks to be left alone: a number, or a day and time, told against the server's own clock.
  double patience() const {
    if (const auto seconds = whole_number(retry_after)) return static_cast<double>(std::min<std::uint64_t>(*seconds, 1'000'000));
    const std::time_t then = retry_after.empty() ? -1 : curl_getdate(retry_after.c_str(), nullptr), now = date.empty() ? -1 : curl_getdate(date.c_str(), nullptr);
    return then < 0 || now < 0 || then < now ? 0 : static_cast<double>(then - now);
  }

  // What a later request may name to get the rest of the same file. Weak tags do not promise the same bytes.
  std::string validator() const { return !etag.empty() && !etag.starts_with("W/") ? etag : last_modified; }
};

// One attempt: what libcurl's callbacks fill.
struct Attempt {
  fs::path part;
  std::uint64_t most = 0, have = 0;  // have: bytes of an earlier attempt that a range was asked for
  Head head;
  std::FILE* file = nullptr;
  std::uint64_t written = 0;         // in the part, with what was there
  std::string refusal;               // beginning of the body of an answer that is no file
  std::string fatal, fatal_hint;     // stop, and do not try again
  bool disk_trouble = false, wrong_range = false, resumed = false;
  Progress* progress = nullptr;

  ~Attempt() {
    if (file) std::fclose(file);
  }

  bool is_file() const { return head.status == 200 || head.status == 206; }

  // At the first byte of a file: go on behind what is there, or begin anew.
  bool open() {
    resumed = head.status == 206;
    if (resumed && head.range_from.value_or(have) != have) return wrong_range = true, false;
    if (resumed && have == 0 && head.range_from.value_or(0) != 0) return wrong_range = true, false;
    const std::uint64_t coming = (resumed ? have : 0) + head.length.value_or(0);
    if (coming > most) {
      fatal = fmt::format("the answer is {} bytes long, more than the {} allowed", coming, most);
      return false;
    }
    file = std::fopen(part.c_str(), resumed ? "ab" : "wb");
    if (!file) return disk_trouble = true, false;
    written = resumed ? have : 0;
    if (const std::string validator = head.validator(); !validator.empty()) {
      write_file(part.string() + ".etag", validator);
    } else {
      std::error_code ignored;
      fs::remove(part.string() + ".etag", ignored);
    }
    if (progress) progress->step("loading", (resumed ? have : 0) + head.length.value_or(0));
    return true;
  }

  bool take(std::string_view bytes) {
    if (!is_file()) {
      refusal += bytes.substr(0, std::min<std::size_t>(bytes.size(), 400 - std::min<std::size_t>(refusal.size(), 400)));
      return true;
    }
    if (!file && !open()) return false;
    if (written + bytes.size() > most) {
      fatal = fmt::format("the answer goes on beyond the {} bytes allowed", most);
      return false;
    }
    if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size()) return disk_trouble = true, false;
    written += bytes.size();
    if (progress) progress->advance(written);
    return true;
  }

  void read_header(std::string_view line) {
    if (line.starts_with("HTTP/")) {
      head = {};
      const auto blank = line.find(' ');
      head.status = blank == std::string_view::npos ? 0 : static_cast<long>(whole_number(line.substr(blank + 1, 3)).value_or(0));
      return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string name = lower(line.substr(0, colon));
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (name == "etag") head.etag = value;
    if (name == "last-modified") head.last_modified = value;
    if (name == "content-type") head.media_type = value;
    if (name == "content-length") head.length = whole_number(value);
    if (name == "retry-after") head.retry_after = value;
    if (name == "date") head.date = value;
    if (name == "content-range" && value.starts_with("bytes ")) {
      head.range_from = whole_number(value.substr(6, value.find('-') - 6));
      if (const auto slash = value.find('/'); slash != std::string_view::npos) head.range_total = whole_number(value.substr(slash + 1));
    }
  }
};

// libcurl is C: no exception may pass through it.
std::size_t on_body(char* data, std::size_t size, std::size_t count, void* attempt) try {
  return static_cast<Attempt*>(attempt)->take({data, size * count}) ? size * count : CURL_WRITEFUNC_ERROR;
} catch (...) {
  static_cast<Attempt*>(attempt)->disk_trouble = true;
  return CURL_WRITEFUNC_ERROR;
}
std::size_t on_header(char* data, std::size_t size, std::size_t count, void* attempt) try {
  static_cast<Attempt*>(attempt)->read_header({data, size * count});
  return size * count;
} catch (...) {
  return 0;
}

struct Headers {
  curl_slist* list = nullptr;
  ~Headers() { curl_slist_free_all(list); }
  void add(const std::string& line) { list = curl_slist_append(list, line.c_str()); }
};

struct Outcome {
  CURLcode code = CURLE_OK;
  std::string trouble, address;
};

// "Wed, 25 Nov 2026 10:00:00 GMT": what stands in Last-Modified, and never in an ETag.
bool is_time(const std::string& mark) { return mark.ends_with(" GMT") && mark.find('"') == std::string::npos; }

Outcome perform(Attempt& attempt, const std::string& address, const DownloadOptions& options, const std::string& validator) {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
  if (!curl) return {CURLE_FAILED_INIT, "libcurl cannot be started", address};
  char message[CURL_ERROR_SIZE] = {};
  Headers headers;
  if (attempt.have > 0) {
    headers.add(fmt::format("Range: bytes={}-", attempt.have));
    headers.add("If-Range: " + validator);
  } else if (!options.mark.empty()) {
    headers.add((is_time(options.mark) ? "If-Modified-Since: " : "If-None-Match: ") + options.mark);
  }
  const auto set = [&](CURLoption option, auto value) { curl_easy_setopt(curl.get(), option, value); };
  for (const auto& line : options.headers) headers.add(line);
  set(CURLOPT_URL, address.c_str());
  set(CURLOPT_HTTPHEADER, headers.list);
  set(CURLOPT_USERAGENT, options.user_agent.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, address.starts_with("https:") ? "https" : "http,https");
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, static_cast<long>(options.most_redirects));
  set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_seconds));
  set(CURLOPT_LOW_SPEED_LIMIT, 100L);
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.stalled_seconds));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_ERRORBUFFER, static_cast<char*>(message));
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_WRITEDATA, &attempt);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_HEADERDATA, &attempt);
  Outcome out;
  out.code = curl_easy_perform(curl.get());
  out.trouble = *message ? message : curl_easy_strerror(out.code);
  char* last = nullptr;
  curl_easy_getinfo(curl.get(), CURLINFO_EFFECTIVE_URL, &last);
  out.address = last ? last : address;
  return out;
}

bool may_pass(CURLcode code) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: case CURLE_COULDNT_RESOLVE_PROXY: case CURLE_COULDNT_CONNECT: case CURLE_OPERATION_TIMEDOUT:
    case CURLE_PARTIAL_FILE: case CURLE_GOT_NOTHING: case CURLE_SEND_ERROR: case CURLE_RECV_ERROR: case CURLE_HTTP2: case CURLE_HTTP2_STREAM:
    case CURLE_SSL_CONNECT_ERROR: case CURLE_WEIRD_SERVER_REPLY:
      return true;
    default:
      return false;
  }
}

bool may_pass(long status) { return status == 408 || status == 425 || status == 429 || (status >= 500 && status != 501 && status != 505); }

std::string hint_for(long status) {
  if (status == 401 || status == 403) return "The publisher may want a registration or forbid programs; load the file with a browser and put it into the source's folder.";
  if (status == 404 || status == 410) return "The publisher has moved the file; see the source's page (comity sources ID) for the new address.";
  return "Try again later, or load the file with a browser and put it into the source's folder.";
}

bool is_certificate(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_ISSUER_ERROR || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_INVALIDCERTSTATUS ||
         code == CURLE_SSL_PINNEDPUBKEYNOTMATCH;
}

// One download over all its attempts.
class Loader {
 public:
  Loader(const std::string& address, const fs::path& to, const DownloadOptions& options, Progress& progress)
      : address_(address), to_(to), part_(to.string() + ".part"), options_(options), progress_(progress) {}

  Download run() {
    double pause = options_.first_pause_seconds;
    for (int number = 1;; ++number) {
      Attempt attempt;
      attempt.part = part_;
      attempt.most = options_.most_bytes;
      attempt.progress = &progress_;
      const std::string validator = prepare(attempt);
      const Outcome outcome = perform(attempt, address_, options_, validator);
      if (attempt.file) {
        const bool flushed = std::fclose(attempt.file) == 0;
        attempt.file = nullptr;
        if (!flushed) attempt.disk_trouble = true;
      }
      resumed_ |= attempt.resumed && attempt.have > 0;
      if (auto done = settle(attempt, outcome, number)) return *done;
      if (number >= std::max(options_.attempts, 1)) throw DataError(fmt::format("{}: {}", address_, trouble_), hint_);
      const double asked = attempt.head.patience();
      if (asked > options_.longest_wait_seconds) {
        throw DataError(fmt::format("{}: {}, and asks to be left alone for {}", address_, trouble_, span_words(asked)), "Try again after that; what has come so far is kept.");
      }
      progress_.note(fmt::format("{}: {}; trying again", address_, trouble_));
      std::this_thread::sleep_for(std::chrono::duration<double>(std::max(asked, std::min(60.0, pause))));
      pause *= 2;
    }
  }

 private:
  // What an earlier attempt left, if the server can be asked for the rest of it.
  std::string prepare(Attempt& attempt) const {
    std::error_code problem;
    const auto size = fs::file_size(part_, problem);
    if (problem || size == 0 || !fs::exists(part_.string() + ".etag")) return {};
    std::string validator = read_file(part_.string() + ".etag");
    if (validator.empty() || size > options_.most_bytes) return {};
    attempt.have = size;
    return validator;
  }

  void forget() const {
    std::error_code ignored;
    fs::remove(part_, ignored);
    fs::remove(part_.string() + ".etag", ignored);
  }

  // The end, or nothing and the trouble in words when another attempt may help.
  std::optional<Download> settle(Attempt& attempt, const Outcome& outcome, int number) {
    if (attempt.disk_trouble) throw StoreError(fmt::format("cannot write {}", part_.string()), "Is the disk full, or the folder not writable?");
    if (!attempt.fatal.empty()) {
      forget();
      throw DataError(fmt::format("{}: {}", address_, attempt.fatal), "It may not be the file it should be; look at the address, or allow more with --most-mb.");
    }
    if (attempt.wrong_range || attempt.head.status == 416) {
      forget();
      return again("the server sent another part of the file than was asked for");
    }
    const long status = attempt.head.status;
    if (outcome.code != CURLE_OK) {
      if (outcome.code == CURLE_TOO_MANY_REDIRECTS) throw DataError(fmt::format("{}: more than {} redirects", address_, options_.most_redirects), hint_for(404));
      if (outcome.code == CURLE_UNSUPPORTED_PROTOCOL) {
        throw DataError(fmt::format("{}: it leads to an address that is neither http nor https, or from https to http", address_), hint_for(404));
      }
      if (is_certificate(outcome.code)) {
        throw DataError(fmt::format("{}: the server's certificate does not fit: {}", address_, outcome.trouble),
                        "Comity loads nothing from a server that cannot show who it is. Is this machine's clock right, and are its certificates up to date? Else load the file with a browser.");
      }
      if (!may_pass(outcome.code)) throw DataError(fmt::format("{}: {}", address_, outcome.trouble), "Is the address right, and may this machine reach it? Proxies are read from https_proxy.");
      return again(outcome.trouble);
    }
    if (std::ranges::find(options_.nothing, status) != options_.nothing.end()) {
      forget();
      Download none;
      none.nothing = true;
      none.address = outcome.address;
      none.attempts = number;
      return none;
    }
    if (status == 304) return done(attempt, outcome, number, true);
    if (!attempt.is_file()) {
      const std::string said = beginning_of(attempt.refusal);
      const std::string words = fmt::format("the server answered {}{}", status, said.empty() ? "" : fmt::format(" (“{}”)", said));
      if (!may_pass(status)) throw DataError(fmt::format("{}: {}", address_, words), hint_for(status));
      hint_ = hint_for(status);
      return again(words);
    }
    if (!attempt.resumed && !fs::exists(part_)) write_file(part_, "");  // an empty file is a file
    const auto total = attempt.head.range_total;
    if (attempt.resumed && total && *total != attempt.written) {
      forget();
      return again(fmt::format("the file should be {} bytes long and came as {}", *total, attempt.written));
    }
    if (options_.refuse_pages && is_page(part_)) {
      const std::string title = title_of(part_);
      forget();
      throw DataError(fmt::format("{}: an HTML page came instead of a file: {}", address_, title), "The publisher may be closed for repairs, or ask programs to identify themselves; look at the address with a browser.");
    }
    return done(attempt, outcome, number, false);
  }

  std::nullopt_t again(std::string trouble) {
    trouble_ = std::move(trouble);
    return std::nullopt;
  }

  Download done(const Attempt& attempt, const Outcome& outcome, int number, bool not_modified) const {
    Download out;
    out.not_modified = not_modified;
    out.address = outcome.address;
    out.etag = attempt.head.etag;
    out.last_modified = attempt.head.last_modified;
    if (not_modified && out.mark().empty()) (is_time(options_.mark) ? out.last_modified : out.etag) = options_.mark;
    out.media_type = attempt.head.media_type;
    out.bytes = attempt.written;
    out.attempts = number;
    out.resumed = resumed_;
    if (not_modified) return out;
    sync_file(part_);
    std::error_code problem;
    fs::rename(part_, to_, problem);
    if (problem) throw StoreError(fmt::format("cannot write {}: {}", to_.string(), problem.message()), "Is the folder writable?");
    fs::remove(part_.string() + ".etag", problem);
    return out;
  }

  const std::string& address_;
  const fs::path to_, part_;
  const DownloadOptions& options_;
  Progress& progress_;
  std::string trouble_, hint_ = "Is this machine connected? Try again later: what has come so far is kept.";
  bool resumed_ = false;
};

}  // namespace

Download download(const std::string& address, const std::filesystem::path& to, const DownloadOptions& options, Progress& progress) {
  if (!address.starts_with("https://") && !address.starts_with("http://")) {
    throw UsageError(fmt::format("'{}' is no address of the web", address), "It must begin with https:// or http://.");
  }
  if (to.has_parent_path()) std::filesystem::create_directories(to.parent_path());
  return Loader(address, to, options, progress).run();
}

}  // namespace comity::fetch
