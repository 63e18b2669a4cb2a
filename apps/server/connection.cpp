#include "apps/server/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <algorithm>
#include <ctime>

#include <fmt/format.h>

namespace comity::serve {
namespace {

namespace beast = boost::beast;
namespace http = beast::http;
using Clock = std::chrono::steady_clock;
using Parser = http::request_parser<http::string_body>;

constexpr std::uint32_t most_header = 16u << 10;      // bytes of a request's first line and fields together
constexpr std::uint64_t most_body = 8u << 20;         // whatever the route says
constexpr std::size_t first_read = 4u << 10, most_discarded = 1u << 20;
constexpr std::chrono::seconds linger{2};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

server::Request request_of(const http::request<http::string_body>& message) {
  server::Request out;
  out.method = server::method_of(message.method_string());
  out.target = message.target();
  for (const auto field : {http::field::accept_encoding, http::field::if_none_match, http::field::content_type, http::field::accept_language, http::field::accept}) {
    const auto known = message.find(field);
    if (known != message.end()) out.headers.emplace_back(lower(known->name_string()), std::string(known->value()));
  }
  return out;
}

}  // namespace

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(boost::asio::ip::tcp::socket socket, Shared& shared, Lane& lane) : stream_(std::move(socket)), shared_(shared), lane_(lane) {
    beast::error_code ignored;
    const auto from = stream_.socket().remote_endpoint(ignored);
    if (!ignored) who_ = from.address().to_string();
    stream_.socket().set_option(boost::asio::ip::tcp::no_delay(true), ignored);
    lane_.connections.insert(this);
    ++shared_.front.metrics().connections_opened;
  }
  ~Connection() {
    lane_.connections.erase(this);
    --shared_.front.metrics().connections_now;
  }

  // Waits for the first byte of a request: as long as an idle connection may be.
  void wait() {
    parser_.reset();
    answer_.reset();
    sending_ = {};
    request_ = {};
    if (buffer_.size() > 0) return read_header();  // the next request came along with the last one
    if (shared_.stopping) return end();
    idle_ = true;
    buffer_.shrink_to_fit();
    stream_.expires_after(shared_.options.idle_deadline);
    stream_.async_read_some(buffer_.prepare(first_read), [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
      self->idle_ = false;
      if (error) return self->end();
      self->buffer_.commit(bytes);
      self->read_header();
    });
  }

  void stop() {
    if (!idle_) return;  // what has begun is finished; then stopping is seen
    beast::error_code ignored;
    stream_.socket().cancel(ignored);
  }

 private:
  // The whole header must be there by the deadline, however slowly its bytes trickle in.
  void read_header() {
    began_ = Clock::now();
    parser_.emplace();
    parser_->header_limit(most_header);
    parser_->body_limit(most_body);
    stream_.expires_after(shared_.options.header_deadline);
    http::async_read_header(stream_, buffer_, *parser_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (error) return self->refuse_read(error);
      self->check_header();
    });
  }

  void check_header() {
    const auto& message = parser_->get();
    request_ = request_of(message);
    if (message.version() == 11 && message.find(http::field::host) == message.end()) return refuse({400, "no_host", "the request names no Host"});
    const std::size_t most = shared_.front.most_body(request_.method, request_.target);
    const auto length = parser_->content_length();
    if (length && *length > most) return refuse_body(most);
    parser_->body_limit(most);
    if (parser_->is_done()) return answer();
    if (most == 0 && !parser_->chunked()) return refuse_body(most);
    if (lower(message[http::field::expect]) == "100-continue") return welcome_body();
    read_body();
  }

  void refuse_body(std::size_t most) {
    refuse({413, "too_large", most ? fmt::format("the body is larger than {} bytes", most) : std::string("nothing takes a body here"), most ? "Send less at once." : "See /api/v1/openapi.json."});
  }

  void welcome_body() {
    static constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
    stream_.expires_after(shared_.options.write_deadline);
    boost::asio::async_write(stream_, boost::asio::buffer(line), [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (error) return self->end();
      self->read_body();
    });
  }

  void read_body() {
    stream_.expires_after(shared_.options.body_deadline);
    http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](beast::error_code error, std::size_t) {
      if (error) return self->refuse_read(error);
      self->request_.body = std::move(self->parser_->get().body());
      self->answer();
    });
  }

  // What cannot be read any further: said once, where somebody may still listen, and then the end.
  void refuse_read(beast::error_code error) {
    if (parser_) {
      const auto& message = parser_->get();
      if (request_.target.empty()) request_.target = message.target(), request_.method = server::method_of(message.method_string());
    }
    if (error == http::error::end_of_stream || error == boost::asio::error::connection_reset || error == boost::asio::error::operation_aborted || error == http::error::partial_message) return end();
    if (error == beast::error::timeout) {
      ++shared_.front.metrics().connections_cut;
      return end();  // a stream that timed out is closed already
    }
    if (error == http::error::header_limit) return refuse({431, "header_too_large", fmt::format("the request's header is larger than {} bytes", most_header)});
    if (error == http::error::body_limit) return refuse({413, "too_large", "the body is larger than is taken here"});
    refuse({400, "bad_request", "this is no request of HTTP/1.1"});
  }

  void refuse(const server::Problem& problem) {
    ends_ = true;
    sending_ = shared_.front.refuse(problem);
    write();
  }

  void answer() {
    stream_.expires_never();
    const auto holding = shared_.editions.current();
    if (auto sending = shared_.front.quick(request_, *holding)) {
      sending_ = std::move(*sending);
      return write();
    }
    auto& metrics = shared_.front.metrics();
    Workers& workers = shared_.front.lane(request_.method, request_.target) == server::Lane::child ? shared_.child_workers : shared_.workers;
    ++metrics.waiting_now;
    const bool taken = workers.post([self = shared_from_this(), holding] {
      auto sending = self->shared_.front.work(self->request_, *holding);
      --self->shared_.front.metrics().waiting_now;
      // The connection goes back to its own thread, and with it the last hold on it.
      auto& context = self->lane_.context;
      boost::asio::post(context, [self, sending = std::move(sending)]() mutable {
        self->sending_ = std::move(sending);
        self->write();
      });
    });
    if (taken) return;
    --metrics.waiting_now;
    sending_ = shared_.front.refuse({503, "busy", "too many requests are waiting", "Try again in a few seconds."});
    sending_.headers.emplace_back("Retry-After", "2");
    write();
  }

  void write() {
    const unsigned version = parser_ ? parser_->get().version() : 11;
    const bool keep = !ends_ && !shared_.stopping && parser_ && parser_->keep_alive();
    answer_.emplace(static_cast<http::status>(sending_.status), version == 10 ? 10u : 11u);
    answer_->reason(server::phrase_of(sending_.status));
    for (const auto& [name, value] : sending_.headers) answer_->set(name, value);
    answer_->set(http::field::date, http_date());
    if (sending_.status != 304 && sending_.status != 204) answer_->content_length(sending_.length);
    answer_->keep_alive(keep);
    answer_->body() = {sending_.body->data(), sending_.body->size()};
    stream_.expires_after(shared_.options.write_deadline);
    serializer_.emplace(*answer_);
    http::async_write(stream_, *serializer_, [self = shared_from_this(), keep](beast::error_code error, std::size_t) {
      self->written(error, keep);
    });
  }

  void written(beast::error_code error, bool keep) {
    const double seconds = std::chrono::duration<double>(Clock::now() - began_).count();
    if (error == beast::error::timeout) ++shared_.front.metrics().connections_cut;
    shared_.front.metrics().observe(sending_.route, sending_.status, seconds, sending_.body->size());
    if (shared_.log.is_on()) {
      const std::string_view method = parser_ ? std::string_view(parser_->get().method_string()) : "-";
      shared_.log.add(log_time(), who_, method, request_.target, sending_.status, sending_.body->size(), seconds);
    }
    serializer_.reset();
    if (error) return end();
    if (keep) return wait();
    let_go();
  }

  // The answer may still be on its way while the client sends: closed at once, it would be lost to a reset.
  void let_go() {
    beast::error_code ignored;
    stream_.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
    discarded_ = 0;
    stream_.expires_after(linger);
    discard();
  }

  void discard() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(first_read), [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
      self->discarded_ += bytes;
      if (error || self->discarded_ > most_discarded) return self->end();
      self->discard();
    });
  }

  void end() {
    beast::error_code ignored;
    stream_.socket().close(ignored);
  }

  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{most_header + first_read};
  std::optional<Parser> parser_;
  server::Request request_;
  server::Sending sending_;
  std::optional<http::response<http::span_body<const char>>> answer_;
  std::optional<http::response_serializer<http::span_body<const char>>> serializer_;
  Shared& shared_;
  Lane& lane_;
  std::string who_ = "-";
  Clock::time_point began_;
  std::size_t discarded_ = 0;
  bool idle_ = false, ends_ = false;
};

void start_connection(boost::asio::ip::tcp::socket socket, Shared& shared, Lane& lane) { std::make_shared<Connection>(std::move(socket), shared, lane)->wait(); }

void stop_connections(Lane& lane) {
  // A copy: a connection that ends leaves the set.
  const std::vector<Connection*> all(lane.connections.begin(), lane.connections.end());
  for (Connection* one : all) one->stop();
}

namespace {

std::string text_of_now(const char* form) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[64];
  return std::string(text, std::strftime(text, sizeof text, form, &parts));
}

template <const char* const& form>
std::string kept_second() {
  thread_local std::time_t when = 0;
  thread_local std::string text;
  const std::time_t now = std::time(nullptr);
  if (now != when) when = now, text = text_of_now(form);
  return text;
}

const char* const date_form = "%a, %d %b %Y %H:%M:%S GMT";
const char* const log_form = "%Y-%m-%dT%H:%M:%SZ";

}  // namespace

std::string http_date() { return kept_second<date_form>(); }
std::string log_time() { return kept_second<log_form>(); }

}  // namespace comity::serve
