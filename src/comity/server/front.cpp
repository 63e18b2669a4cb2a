#include "comity/server/front.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

#include <fmt/format.h>

#include "comity/server/routes.hpp"

namespace comity::server {
namespace {

constexpr std::size_t least_packed = 1024;  // bytes: below, packing costs more than it saves
constexpr std::uint32_t often = 3;          // asked for so many times, an answer is packed well

// Pages take scripts, styles and answers from this server alone, and nothing inline; all else is no page at all.
constexpr const char* page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
constexpr const char* other_policy = "default-src 'none'; frame-ancestors 'none'; sandbox";

std::string key_of(const Holding& holding, const Request& request) { return holding.name() + ' ' + request.target; }

std::string hash_text(std::string_view bytes, std::string_view more) {
  const std::uint64_t seed = XXH3_64bits(more.data(), more.size());
  return fmt::format("{:016x}", XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed));
}

// One tag in If-None-Match (RFC 9110, 13.1.2): compared weakly, whatever packing it was given with.
bool names_tag(std::string_view header, std::string_view tag) {
  if (header.empty()) return false;
  if (header == "*") return true;
  for (std::size_t at = 0; at < header.size();) {
    const std::size_t begin = header.find('"', at);
    if (begin == std::string_view::npos) return false;
    const std::size_t end = header.find('"', begin + 1);
    if (end == std::string_view::npos) return false;
    const std::string_view one = header.substr(begin + 1, end - begin - 1);
    if (one.substr(0, one.find('.')) == tag) return true;
    at = end + 1;
  }
  return false;
}

const char* keeping_text(Keeping keeping) {
  switch (keeping) {
    case Keeping::never: return "no-store";
    case Keeping::for_ever: return "public, max-age=31536000, immutable";
    case Keeping::by_edition: break;
  }
  return "public, max-age=300, must-revalidate";
}

const Bytes& no_body() {
  static const Bytes none = std::make_shared<const std::string>();
  return none;
}

}  // namespace

Front::Front(FrontOptions options, Service& service)
    : options_(std::move(options)), service_(service), router_(server::routes(), service), cache_(options_.cache_bytes), metrics_(server::routes()) {}

std::size_t Front::most_body(Method method, std::string_view target) const {
  if (method != Method::post) return 0;
  const auto found = router_.find(method, target);
  return found.route ? found.route->most_body : 0;
}

Lane Front::lane(Method method, std::string_view target) const {
  const auto found = router_.find(method, target);
  if (!found.route) return Lane::quick;
  // A list as Parquet is written by a child process.
  const bool parquet = std::ranges::any_of(found.target.query, [](const auto& one) { return one.first == "format" && one.second == "parquet"; });
  return parquet && found.route->lane == Lane::store ? Lane::child : found.route->lane;
}

void Front::add_common(Sending& out, std::string_view media_type) const {
  const bool page = media_type.starts_with("text/html");
  out.headers.emplace_back("Content-Security-Policy", page ? page_policy : other_policy);
  out.headers.emplace_back("X-Content-Type-Options", "nosniff");
  out.headers.emplace_back("X-Frame-Options", "DENY");
  out.headers.emplace_back("Referrer-Policy", "no-referrer");
  out.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  if (options_.cross_origin.empty()) {
    out.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  } else {
    out.headers.emplace_back("Access-Control-Allow-Origin", options_.cross_origin);
    out.headers.emplace_back("Access-Control-Expose-Headers", "Comity-Edition, Comity-Truncated, Link, ETag");
    out.headers.emplace_back("Cross-Origin-Resource-Policy", "cross-origin");
  }
}

Packing Front::packing_for(const Request& request, std::string_view media_type, std::size_t bytes) const {
  return bytes >= least_packed && is_packable(media_type) ? wanted_packing(request.header("accept-encoding")) : Packing::none;
}

// An answer that is not kept.
Sending Front::send(const Request& request, Response response, std::size_t route) const {
  Sending out;
  out.status = response.status;
  out.route = route;
  out.headers = std::move(response.headers);
  const Packing packing = packing_for(request, response.media_type, response.body.size());
  if (!response.body.empty()) out.headers.emplace_back("Content-Type", response.media_type);
  out.headers.emplace_back("Cache-Control", keeping_text(response.keeping));
  if (is_packable(response.media_type)) out.headers.emplace_back("Vary", "Accept-Encoding");
  if (packing != Packing::none) out.headers.emplace_back("Content-Encoding", name_of(packing));
  add_common(out, response.media_type);
  Bytes body = packing == Packing::none ? std::make_shared<const std::string>(std::move(response.body)) : std::make_shared<const std::string>(pack(response.body, packing, false));
  out.length = body->size();
  out.body = request.method == Method::head ? no_body() : std::move(body);
  return out;
}

void Front::pack_well(const std::string& key, const std::shared_ptr<Kept>& kept) {
  if (!later || kept->is_packed_well() || kept->being_packed.exchange(true)) return;
  later([this, key, kept] {
    for (const Packing packing : {Packing::gzip, Packing::brotli}) cache_.add_form(key, *kept, packing, pack(*kept->plain, packing, true), packing == Packing::brotli);
  });
}

Sending Front::send_kept(const Request& request, const std::string& key, const std::shared_ptr<Kept>& kept, Packing packing, const Holding& holding) {
  const bool packable = is_packable(kept->media_type) && kept->plain->size() >= least_packed;
  if (kept->asked.fetch_add(1, std::memory_order_relaxed) + 1 == often && packable) pack_well(key, kept);
  Sending out;
  out.route = kept->route;
  out.headers.reserve(16);
  out.headers = kept->headers;
  const std::string_view suffix = name_of(packing);
  out.headers.emplace_back("ETag", fmt::format("\"{}{}{}\"", kept->etag, suffix.empty() ? "" : ".", suffix));
  out.headers.emplace_back("Cache-Control", keeping_text(kept->keeping));
  if (is_packable(kept->media_type)) out.headers.emplace_back("Vary", "Accept-Encoding");
  out.headers.emplace_back("Comity-Edition", holding.name());
  if (names_tag(request.header("if-none-match"), kept->etag)) {
    out.status = 304;
    out.body = no_body();
    return out;
  }
  out.headers.emplace_back("Content-Type", kept->media_type);
  if (packing != Packing::none) out.headers.emplace_back("Content-Encoding", suffix);
  add_common(out, kept->media_type);
  const Bytes body = kept->form(packing);
  out.length = body->size();
  out.body = request.method == Method::head ? no_body() : body;
  return out;
}

// What the front answers by itself: metrics, and what browsers ask before they ask (CORS).
std::optional<Sending> Front::own(const Request& request, const Holding& holding) const {
  const std::string_view path = std::string_view(request.target).substr(0, request.target.find('?'));
  if (path == "/metrics" && (request.method == Method::get || request.method == Method::head)) {
    Response out;
    out.media_type = "text/plain; version=0.0.4; charset=utf-8";
    out.keeping = Keeping::never;
    out.body = metrics_.text(cache_.counts(), holding.name(), service_.ports().version, resident_bytes ? resident_bytes() : 0);
    return send(request, std::move(out), Metrics::no_route);
  }
  if (request.method == Method::options) {
    Response out;
    out.status = 204;
    out.keeping = Keeping::never;
    out.headers.emplace_back("Allow", "GET, HEAD, POST, OPTIONS");
    if (!options_.cross_origin.empty()) {
      out.headers.emplace_back("Access-Control-Allow-Methods", "GET, HEAD, POST");
      out.headers.emplace_back("Access-Control-Allow-Headers", "Content-Type");
      out.headers.emplace_back("Access-Control-Max-Age", "86400");
    }
    return send(request, std::move(out), Metrics::no_route);
  }
  return std::nullopt;
}

std::optional<Sending> Front::quick(const Request& request, const Holding& holding) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (reads) {
    const std::string key = key_of(holding, request);
    if (const auto kept = cache_.find(key)) {
      const Packing packing = packing_for(request, kept->media_type, kept->plain->size());
      if (kept->form(packing)) return send_kept(request, key, kept, packing, holding);
      return std::nullopt;  // a worker packs it
    }
  }
  if (auto answer = own(request, holding)) return answer;
  const auto found = router_.find(request.method, request.target);
  if (!found.route) return send(request, router_.answer(request, found, holding), Metrics::no_route);
  if (found.route->lane != Lane::quick) return std::nullopt;
  const auto number = static_cast<std::size_t>(found.route - router_.routes().data());
  return send(request, router_.answer(request, found, holding), number);
}

Sending Front::work(const Request& request, const Holding& holding) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  const std::string key = key_of(holding, request);
  std::shared_ptr<Kept> kept = reads ? cache_.find(key) : nullptr;
  if (!kept) {
    const auto found = router_.find(request.method, request.target);
    const std::size_t number = found.route ? static_cast<std::size_t>(found.route - router_.routes().data()) : Metrics::no_route;
    Response response = router_.answer(request, found, holding);
    if (!reads || response.status != 200 || response.keeping == Keeping::never) return send(request, std::move(response), number);
    kept = std::make_shared<Kept>();
    kept->media_type = std::move(response.media_type);
    std::erase_if(response.headers, [](const Header& one) { return one.first == "Comity-Edition"; });
    kept->headers = std::move(response.headers);
    kept->keeping = response.keeping;
    kept->route = number;
    kept->etag = hash_text(response.body, options_.build);
    kept->plain = std::make_shared<const std::string>(std::move(response.body));
    cache_.put(key, kept);
  }
  const Packing packing = packing_for(request, kept->media_type, kept->plain->size());
  if (!kept->form(packing)) cache_.add_form(key, *kept, packing, pack(*kept->plain, packing, false), false);
  return send_kept(request, key, kept, packing, holding);
}

Sending Front::refuse(const Problem& problem) const { return send({}, error_response(problem), Metrics::no_route); }

}  // namespace comity::server
