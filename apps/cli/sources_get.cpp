#include "apps/cli/sources_get.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "apps/cli/output.hpp"
#include "apps/cli/places.hpp"
#include "apps/cli/terminal.hpp"
#include "comity/base/error.hpp"
#include "comity/sources/get.hpp"

namespace comity::cli {
namespace {

std::string size_words(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} bytes", bytes);
  return bytes < 1'000'000 ? fmt::format("{} kB", bytes / 1000) : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::vector<sources::Source> chosen(const std::vector<std::string>& ids, bool all, bool live) {
  if (!all) return sources_named(ids);
  auto out = sources::read_sources(share_folder() / "sources");
  std::erase_if(out, [&](const auto& s) { return s.shipped() || s.live() != live; });
  return out;
}

void print(Output& out, const sources::GotSource& got) {
  constexpr const char* words[] = {"loaded", "unchanged", "copied"};
  for (const auto& file : got.files) out.write(fmt::format("{}: {} {} ({})\n", got.id, words[file.status], file.path, size_words(file.bytes)));
  if (!got.by_hand.empty()) out.write(fmt::format("{}: by hand. {}\n", got.id, got.by_hand));
}

}  // namespace

void SourcesGet::add_to(Arguments& arguments) {
  arguments.flag("--all", "get: every source that is not shipped with Comity", all_);
  arguments.file("--to", "DIR", "get: the mirror to fill, one folder per source (else COMITY_DATA_DIR, else comity/mirror in your data folder)", to_);
  arguments.file("--from", "DIR", "get: take the files from this mirror instead of the publishers' addresses", from_);
  arguments.flag("--live", "get: ask the publishers' live interfaces, as `comity update` does, without making an edition", live_);
  arguments.flag("--dry-run", "get: print each request that would be made, and make none", dry_run_);
  live_options_.add_to(arguments);
  arguments.number("--most-mb", "N", "get: the longest answer taken, in MiB (usually 4096)", most_mb_, 1, 1 << 20);
}

void SourcesGet::check_unused() const {
  if (all_ || !to_.empty() || !from_.empty() || most_mb_) throw UsageError("--all, --to, --from and --most-mb belong to get", "comity sources get ID, or comity sources get --all");
  if (live_ || dry_run_ || live_options_.any_set()) throw UsageError("--live, --dry-run and what belongs to them belong to get", "comity sources get ID --live --dry-run");
}

int SourcesGet::run(const std::vector<std::string>& ids) const {
  if (ids.empty() == !all_) throw UsageError(all_ ? "get takes ids or --all, not both" : "get what?", "comity sources get ID, or comity sources get --all");
  sources::GetOptions options;
  const std::string set = environment("COMITY_DATA_DIR");
  options.to = !to_.empty() ? std::filesystem::path(to_) : !set.empty() ? std::filesystem::path(set) : own_mirror();
  if (options.to.empty()) throw UsageError("neither XDG_DATA_HOME nor HOME is set, so there is no usual place for a mirror", "Name one with --to.");
  if (!from_.empty() && !std::filesystem::is_directory(from_)) throw NotFound(fmt::format("the folder {} is not there", from_), "--from names a mirror: one folder per source.");
  options.from = from_;
  options.today = day_of_today({});
  if (most_mb_) options.download.most_bytes = std::uint64_t(most_mb_) << 20;
  options.download.user_agent = fmt::format("comity/{}", COMITY_VERSION);
  const auto wanted = chosen(ids, all_, live_);
  if (live_ || dry_run_) return ask(wanted, options.to);
  if (live_options_.any_set()) throw UsageError("--again, --all-years, --reporters, --through and --today belong to get --live");
  if (!dry_run_) std::filesystem::create_directories(options.to);
  sources::LockFile lock(options.to / "comity.lock");
  TerminalProgress progress;
  Output out("-");
  int failed = 0;
  for (const auto& source : wanted) {
    // One publisher's trouble does not keep the others' files away.
    try {
      const auto got = sources::get_source(source, options, lock, progress);
      progress.step("", 0);
      print(out, got);
      if (!got.files.empty()) lock.save();
    } catch (const Error& error) {
      if (wanted.size() == 1) throw;
      ++failed;
      progress.step("", 0);
      std::fprintf(stderr, "comity: %s: %s\n  %s\n", source.id.c_str(), error.what(), error.hint().c_str());
    }
  }
  out.finish();
  return failed ? 1 : 0;
}

int SourcesGet::ask(const std::vector<sources::Source>& wanted, const std::filesystem::path& mirror) const {
  if (!from_.empty()) throw UsageError("--live asks the publishers, --from another mirror", "Leave one of them out.");
  auto options = live_options_.make(find_places(mirror.string()));
  options.cache = fragment_cache(mirror / "edition");
  if (most_mb_) options.asking.download.most_bytes = std::uint64_t(most_mb_) << 20;
  sources::LockFile lock(mirror / "comity.lock");
  Output out("-");
  if (dry_run_) {
    for (const auto& source : wanted) print_requests(out, source, sources::plan_requests(source, lock, options.plan));
    out.finish();
    return 0;
  }
  std::filesystem::create_directories(mirror);
  TerminalProgress progress;
  sources::Asking asking(options.asking);
  bool failed = false;
  for (const auto& source : wanted) {
    const auto updated = sources::update_source(source, options, lock, asking, progress);
    progress.step("", 0);
    lock.save();
    print_updated(out, updated);
    failed |= updated.status == sources::UpdatedSource::failed;
  }
  out.finish();
  return failed ? 1 : 0;
}

}  // namespace comity::cli
