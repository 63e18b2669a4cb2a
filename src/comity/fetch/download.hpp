// One file from an address into a place: with resumption, back-off, redirects, proxies, ETag and bounds. The only room that
// knows libcurl, and the only code of Comity that opens a connection of its own accord. Not here: which files a source needs, where they
// go, whether they are what they should be (sources/get.hpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "comity/base/progress.hpp"

namespace comity::fetch {

struct DownloadOptions {
  std::uint64_t most_bytes = std::uint64_t{4} << 30;  // a longer answer is refused, at the latest when it passes this
  int attempts = 5;                    // of one download, after which the last trouble is the error
  double first_pause_seconds = 1;      // before the second attempt; doubles each time, up to a minute; Retry-After goes before
  int connect_seconds = 30;
  int stalled_seconds = 60;            // less than a hundred bytes a second for so long: broken off, tried again
  int most_redirects = 10;             // only to http and https, never from https to http
  std::string mark;                    // Download::mark() of the copy that is here; if the server says it is still that, nothing is loaded
  std::string user_agent = "comity";
  std::vector<std::string> headers;    // further lines of the request, "Name: value"; a key among them is never shown
  int longest_wait_seconds = 60;       // a server that asks for more patience (Retry-After) ends the download at once
  std::vector<int> nothing;            // statuses by which this server says that it has nothing to send: not an error then
  bool refuse_pages = false;           // an HTML page where a file should be (a login, an apology, a challenge) is an error
};

struct Download {
  bool not_modified = false;  // the server says that `mark` is still the file: `to` was not written
  bool nothing = false;       // one of DownloadOptions::nothing came: `to` was not written
  std::string address;        // after redirects
  std::string etag, last_modified, media_type;  // as the server said; may be empty
  std::uint64_t bytes = 0;    // of the file
  int attempts = 1;
  bool resumed = false;       // a part of the file is of an earlier attempt
  // What a later call may name the file by: its ETag, else the time of its last change ("… GMT"); may be empty.
  const std::string& mark() const { return etag.empty() ? last_modified : etag; }
};

// Loads `address` (http or https) into `to`. What has come is kept beside it as "<to>.part" with "<to>.part.etag", so that a later call
// goes on where this one ended, provided the server still has the same file; `to` is written by a rename at the end and is
// whole or not there. A length that the server gave and did not keep is an error. The proxy is the environment's, as
// libcurl reads it (https_proxy, no_proxy). Throws UsageError (no such scheme), DataError (the server's refusal, a
// limit, a file cut short; hint: what to do), StoreError (the disk).
Download download(const std::string& address, const std::filesystem::path& to, const DownloadOptions& options, Progress& progress);

}  // namespace comity::fetch
