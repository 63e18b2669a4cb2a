#include "comity/panel/write.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "comity/base/bytes.hpp"
#include "comity/base/error.hpp"
#include "comity/panel/status.hpp"
#include "comity/store/column_rows.hpp"

namespace comity::panel {

namespace fs = std::filesystem;

namespace {

constexpr const char* endings[] = {"csv", "csv.gz", "csv.zst", "parquet", "dta", "xlsx"};

[[noreturn]] void fail(const fs::path& file, int why) {
  throw StoreError(fmt::format("{} cannot be written: {}", file.string(), std::strerror(why)), why == ENOSPC ? "Make room on the disk." : "Name another place with --output.");
}

void write_plain(const Panel& panel, const fs::path& file) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> out(std::fopen(file.c_str(), "wb"), std::fclose);
  if (!out) fail(file, errno);
  write_csv(panel, [&](std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), out.get()) != text.size()) fail(file, errno);
  });
  if (std::fflush(out.get()) != 0) fail(file, errno);
}

// libarchive as a filter: one raw stream, compressed, without names or times.
void write_packed(const Panel& panel, const fs::path& file, bool zstd, int threads) {
  const std::unique_ptr<archive, int (*)(archive*)> out(archive_write_new(), archive_write_free);
  const auto check = [&](int answer) {
    if (answer < ARCHIVE_WARN) fail(file, archive_errno(out.get()) ? archive_errno(out.get()) : EIO);
  };
  check(archive_write_set_format_raw(out.get()));
  if (zstd) {
    check(archive_write_add_filter_zstd(out.get()));
    archive_write_set_filter_option(out.get(), "zstd", "threads", std::to_string(threads).c_str());
  } else {
    check(archive_write_add_filter_gzip(out.get()));
    check(archive_write_set_filter_option(out.get(), "gzip", "timestamp", nullptr));
  }
  check(archive_write_open_filename(out.get(), file.c_str()));
  const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
  archive_entry_set_filetype(entry.get(), AE_IFREG);
  check(archive_write_header(out.get(), entry.get()));
  write_csv(panel, [&](std::string_view text) {
    if (archive_write_data(out.get(), text.data(), text.size()) != static_cast<la_ssize_t>(text.size())) fail(file, archive_errno(out.get()));
  });
  check(archive_write_close(out.get()));
}

void write_parquet(const Panel& panel, const fs::path& file, int threads) {
  // A limit, not what it takes (the preset's process peaks at 1.2 GB): under 1 GB DuckDB writes 84 columns on one thread while
  // the other spins, which doubles the processor time.
  store::Database memory({}, {.may_read_files = true, .threads = threads, .memory = "4GB"});
  auto connection = memory.connect();
  store::write_parquet(connection, views_of(panel), panel.rows, file);
}

}  // namespace

std::string format_of(const fs::path& file) {
  const std::string name = file.filename().string();
  for (const char* ending : endings) {
    if (name.ends_with(std::string(".") + ending) && name.size() > std::strlen(ending) + 1) return ending;
  }
  throw UsageError(fmt::format("'{}' has no ending that names a format", file.string()), "Name it .csv, .csv.gz, .csv.zst, .parquet, .dta or .xlsx.");
}

void write_panel(const Panel& panel, const fs::path& file, int threads) {
  const std::string format = format_of(file);
  if (fs::is_directory(file)) throw UsageError(fmt::format("{} is a folder", file.string()), "Name a file with --output.");
  fs::path part = file;
  part += fmt::format(".{}.part", ::getpid());
  const auto clean = [&] {
    std::error_code ignored;
    fs::remove(part, ignored);
  };
  try {
    if (format == "csv") write_plain(panel, part);
    if (format == "csv.gz" || format == "csv.zst") write_packed(panel, part, format == "csv.zst", threads);
    if (format == "parquet") write_parquet(panel, part, threads);
    if (format == "dta") write_stata(panel, part);
    if (format == "xlsx") write_xlsx(panel, part);
    std::error_code problem;
    fs::rename(part, file, problem);
    if (problem) fail(file, problem.value());
  } catch (...) {
    clean();
    throw;
  }
}

void write_panel_through(const Panel& panel, std::string_view format, const fs::path& stream, int threads) {
  if (format == "parquet") write_parquet(panel, stream, threads);
  else write_packed(panel, stream, false, threads);
}

}  // namespace comity::panel
