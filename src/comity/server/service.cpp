#include "comity/server/service.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include "comity/base/error.hpp"
#include "comity/server/page_shelf.hpp"
#include "comity/server/suggester.hpp"
#include "comity/store/context.hpp"

namespace comity::server {
namespace {

bool same_file(int descriptor, const std::filesystem::path& file) {
  struct stat opened {}, named {};
  if (::fstat(descriptor, &opened) != 0 || ::stat(file.c_str(), &named) != 0) return false;
  return opened.st_dev == named.st_dev && opened.st_ino == named.st_ino && opened.st_size == named.st_size && opened.st_mtim.tv_sec == named.st_mtim.tv_sec &&
         opened.st_mtim.tv_nsec == named.st_mtim.tv_nsec;
}

}  // namespace

Holding::Holding(std::filesystem::path file, std::shared_ptr<const world::Register> states) {
  // The name may be given to another file at any moment: tried until both the database and the descriptor are of one.
  for (int attempt = 0;; ++attempt) {
    descriptor_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    // DuckDB keeps what it has read of the file up to its limit: a server is to stay small.
    edition_ = std::make_unique<store::Edition>(file, states, store::Opening{.read_only = true, .threads = 1, .memory = "128MB"});
    edition_->session().connection();  // opened now, not when it is first asked
    if (descriptor_ >= 0 && same_file(descriptor_, file)) break;
    edition_.reset();
    if (descriptor_ >= 0) ::close(descriptor_);
    descriptor_ = -1;
    if (attempt == 3) throw StoreError(fmt::format("{} changes while it is opened", file.string()), "Give the server a file that is renamed into its place, not written to.");
  }
  drawing_context_ = edition_->context();
  auto session = edition_->session();
  store::load_shapes(session.connection(), drawing_context_);
  name_ = edition_->context().edition;
  changes_ = sources::ChangeFile::try_open(file, name_);
}

Holding::~Holding() {
  shelf_.reset();
  edition_.reset();
  if (descriptor_ >= 0) ::close(descriptor_);
}

PageShelf& Holding::shelf(Service& service) const {
  std::call_once(shelf_once_, [&] { shelf_ = std::make_unique<PageShelf>(*this, service); });
  return *shelf_;
}

bool Holding::is_current(const std::filesystem::path& file) const { return same_file(descriptor_, file); }

Service::Service(Ports ports, std::shared_ptr<const world::Register> states) : ports_(std::move(ports)), states_(std::move(states)) {}
Service::~Service() = default;

const world::Resolver& Service::resolver() {
  std::call_once(resolver_once_, [&] { resolver_ = ports_.load_resolver(); });
  return *resolver_;
}

const claims::Extractor& Service::extractor() {
  std::call_once(extractor_once_, [&] {
    resolver();
    extractor_ = std::make_unique<const claims::Extractor>(ports_.share / "data", resolver_);
  });
  return *extractor_;
}

const Suggester& Service::suggester() {
  std::call_once(suggester_once_, [&] { suggester_ = std::make_unique<const Suggester>(resolver()); });
  return *suggester_;
}

}  // namespace comity::server
