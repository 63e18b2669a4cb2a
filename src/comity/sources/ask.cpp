#include "comity/sources/ask.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/formats/json.hpp"
#include "comity/sources/listing.hpp"

namespace comity::sources {
namespace {

namespace fs = std::filesystem;

// The value at a JSON pointer of a file, as text; nothing when it is null or not there.
std::optional<std::string> value_at(const fs::path& file, const std::string& pointer) {
  const auto slash = pointer.rfind('/');
  const auto reader = formats::open_json_records(file, pointer.substr(0, slash), {"value=" + pointer.substr(slash)});
  formats::Record record;
  if (!reader->next(record) || record.fields.empty() || record.is_null[0]) return std::nullopt;
  return std::string(record.fields[0]);
}

std::uint64_t rows_at(const fs::path& file, const std::string& pointer) {
  const auto reader = formats::open_json_records(file, pointer, {"place=#"});
  formats::Record record;
  std::uint64_t rows = 0;
  while (reader->next(record)) ++rows;
  return rows;
}

std::string first_bytes(const fs::path& file) {
  std::FILE* in = std::fopen(file.c_str(), "rb");
  if (!in) return {};
  char buffer[256];
  std::string out(buffer, std::fread(buffer, 1, sizeof(buffer), in));
  std::fclose(in);
  if (out.starts_with("\xef\xbb\xbf")) out.erase(0, 3);
  return out;
}

// Whether a file begins as its form does. A text of values begins with anything but the marks of the other forms.
bool has_form(const std::string& begin, const std::string& form) {
  const auto at = begin.find_first_not_of(" \t\r\n");
  const char first = at == std::string::npos ? '\0' : begin[at];
  if (form == "json") return first == '{' || first == '[';
  if (form == "xml") return first == '<';
  if (form == "zip") return begin.starts_with("PK");
  if (form == "csv" || form == "tsv") return first != '\0' && first != '<' && first != '{' && !begin.starts_with("PK");
  return true;
}

void check_form(const std::string& form, const std::string& url, const fs::path& file) {
  const std::string begin = first_bytes(file);
  if (has_form(begin, form)) return;
  std::string shown;
  for (const char c : begin.substr(0, 60)) shown += static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126 ? ' ' : c;
  throw DataError(fmt::format("{}: the answer is not of the form {}: it begins “{}”", url, form, shown),
                  "The publisher may have answered with an error; look at the address with a browser.");
}

std::string with_key(const std::string& url, const Provider& provider, const std::string& key) {
  if (provider.key_parameter.empty()) return url;
  return fmt::format("{}{}{}={}", url, url.find('?') == std::string::npos ? '?' : '&', provider.key_parameter, percent_encoded(key));
}

// An error names the publisher's address, not the gateway's, and never a key.
std::string as_asked(std::string text, const std::string& address, const std::string& url, const std::string& key) {
  if (address != url && text.starts_with(address)) text.replace(0, address.size(), url);
  if (key.empty()) return text;
  for (const auto& secret : {key, percent_encoded(key)}) {
    for (std::size_t at; (at = text.find(secret)) != std::string::npos;) text.replace(at, secret.size(), "(key)");
  }
  return text;
}

// What all pages of one answer must say alike; throws when one does not.
class Steady {
 public:
  Steady(const RequestDeclaration& request, const std::string& url) : request_(request), url_(url) {}
  void look_at(const fs::path& page) {
    std::vector<std::string> now;
    for (const auto& pointer : request_.steady) now.push_back(value_at(page, pointer).value_or(""));
    if (!first_) {
      first_ = now;
    } else if (*first_ != now) {
      throw DataError(fmt::format("{}: the answer changed while it was read: {} first, {} on a later page", url_, fmt::join(*first_, ", "), fmt::join(now, ", ")),
                      "The publisher was writing its data just then; try again later.");
    }
  }

 private:
  const RequestDeclaration& request_;
  const std::string& url_;
  std::optional<std::vector<std::string>> first_;
};

constexpr unsigned most_pages = 10'000;

// Whether a page comes after this one, and its address where the answer names it.
std::optional<std::string> next_page(const PlannedRequest& request, const fs::path& page, unsigned number) {
  const RequestDeclaration& declared = *request.declaration;
  if (!declared.is_paged()) return std::nullopt;
  if (number + 1 >= most_pages) throw DataError(fmt::format("{}: more than {} pages", request.url, most_pages));
  if (!declared.next_at.empty()) return value_at(page, declared.next_at);
  if (!declared.pages_at.empty()) {
    const std::string pages = value_at(page, declared.pages_at).value_or("");
    if (pages.empty() || pages.find_first_not_of("0123456789") != std::string::npos) {
      throw DataError(fmt::format("{}: its number of pages ({}) is not where it should be: '{}'", request.url, declared.pages_at, pages), "The interface may have changed; see docs/live.md.");
    }
    return number + 1 < std::strtoul(pages.c_str(), nullptr, 10) ? std::optional(request.url_of(number + 1)) : std::nullopt;
  }
  return rows_at(page, declared.rows_at) >= declared.most_rows ? std::optional(request.url_of(number + 1)) : std::nullopt;
}

}  // namespace

std::string redirected(const std::string& url, const std::string& through) {
  if (through.empty()) return url;
  const auto scheme = url.find("://");
  return through + (through.ends_with('/') ? "" : "/") + url.substr(scheme + 3);
}

void Asking::before_call(const Provider& provider, const LockFile& lock, const LockFile& waiting_lock) {
  if (provider.calls_a_day > 0) {
    std::set<std::string> today;  // one answer is one call; what was refused is not known any more
    for (const auto* file : {&lock, &waiting_lock}) {
      for (const auto& [path, locked] : file->files()) {
        if (locked.date == options_.today && locked.url.starts_with(provider.base)) today.insert(path);
      }
    }
    const auto made = std::max<std::uint64_t>(today.size(), by_provider_[provider.id]);
    if (made >= provider.calls_a_day) {
      throw DataError(fmt::format("{} allows {} calls a day, and so many were made", provider.title, provider.calls_a_day),
                      "What has come is kept: run the command again tomorrow, or name fewer states with --reporters.");
    }
  }
  if (provider.calls_a_minute > 0 && asked_.contains(provider.id) && options_.pause) options_.pause(60.0 / provider.calls_a_minute);
  asked_.insert(provider.id);
  ++by_provider_[provider.id];
  ++calls_;
}

Answer Asking::ask_page(const PlannedRequest& request, const std::string& url, const std::string& to, const std::string& form, const Source& source, const fs::path& waiting,
                        const LockFile& waiting_lock, const fs::path& mirror, const LockFile& lock, Progress& progress) {
  const RequestDeclaration& declared = *request.declaration;
  const std::string path = source.folder + "/" + to;
  if (const LockedFile* here = waiting_lock.find(path); here && here->date == options_.today && here->url == url && fs::exists(waiting / to)) return {to, *here, false};
  before_call(*request.provider, lock, waiting_lock);
  fetch::DownloadOptions how = options_.download;
  how.refuse_pages = true;
  how.nothing = declared.nothing;
  how.longest_wait_seconds = static_cast<int>(request.provider->longest_wait);
  if (declared.most_mb > 0) how.most_bytes = std::uint64_t{declared.most_mb} << 20;
  if (!request.accept.empty()) how.headers.push_back("Accept: " + request.accept);
  const std::string key = request.with_key ? options_.key(*request.provider) : std::string();
  if (!key.empty() && !request.provider->key_header.empty()) how.headers.push_back(fmt::format("{}: {}", request.provider->key_header, key));
  const LockedFile* locked = lock.find(path);
  const bool have = locked && !locked->mark.empty() && locked->url == url && fs::exists(mirror / to) && sha256_of_file(mirror / to) == locked->sha256;
  if (have) how.mark = locked->mark;
  fs::create_directories((waiting / to).parent_path());
  const std::string address = redirected(key.empty() ? url : with_key(url, *request.provider, key), options_.through);
  fetch::Download came;
  try {
    came = fetch::download(address, waiting / to, how, progress);
  } catch (const DataError& error) {
    throw DataError(as_asked(error.what(), address, url, key), as_asked(error.hint(), address, url, key));
  }
  if (came.nothing) return {to, {}, true, true};
  if (came.not_modified) {
    LockedFile again = have ? *locked : LockedFile{};
    again.date = options_.today;
    return {to, again, true};
  }
  check_form(form, url, waiting / to);
  LockedFile fresh{sha256_of_file(waiting / to), came.bytes, options_.today, came.mark(), url};
  // Publishers without either send the same bytes again and again.
  const bool same = locked && locked->sha256 == fresh.sha256 && fs::exists(mirror / to);
  if (same) fs::remove(waiting / to);
  return {to, fresh, same};
}

std::vector<Answer> Asking::ask(const PlannedRequest& request, const Source& source, const fs::path& waiting, const LockFile& waiting_lock, const fs::path& mirror,
                                const LockFile& lock, Progress& progress) {
  const RequestDeclaration& declared = *request.declaration;
  Steady steady(declared, request.url);
  std::vector<Answer> out;
  std::optional<std::string> url = request.url;
  for (unsigned number = 0; url; ++number) {
    const std::string to = request.to_of(number);
    out.push_back(ask_page(request, *url, to, declared.form, source, waiting, waiting_lock, mirror, lock, progress));
    if (out.back().nothing) {
      out.pop_back();
      break;
    }
    const fs::path page = (out.back().unchanged ? mirror : waiting) / to;
    steady.look_at(page);
    if (declared.most_rows > 0 && !declared.is_paged() && rows_at(page, declared.rows_at) >= declared.most_rows) {
      throw DataError(fmt::format("{}: the answer is cut: it holds {} rows, the most that the publisher sends", request.url, declared.most_rows),
                      "Ask for less at once, or with a key (docs/live.md).");
    }
    url = next_page(request, page, number);
    if (declared.follow.empty()) continue;
    for (const auto& [address, name] : read_listing(read_file(page), {request.url, declared.follow, request.provider->base, declared.follow_to})) {
      const LockedFile* here = lock.find(source.folder + "/" + name);
      // What has such an address is never revised in place.
      if (here && here->url == address && fs::exists(mirror / name)) out.push_back({name, *here, true});
      else out.push_back(ask_page(request, address, name, "", source, waiting, waiting_lock, mirror, lock, progress));
    }
  }
  return out;
}

}  // namespace comity::sources
