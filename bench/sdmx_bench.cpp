// How fast do SDMX messages become columns on one core, beside bare Expat (no handlers) on the same file, simdjson's own
// pace and read_delimited? Messages are made here; the answer (rows, sums, distinct codes) is known and checked before
// anything is timed. One row a run: input, rows, seconds, MB/s, share of bare Expat, peak memory beyond the result.
//   sdmx_bench [MEGABYTES…] [FORM]     10 and 120, and every form, where nothing is said
// Above 400 MB nothing is kept: the answer is added up batch by batch while the message streams past, in one run.
#include <expat.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "comity/formats/bytes_source.hpp"
#include "comity/formats/delimited.hpp"
#include "comity/formats/sdmx/data.hpp"

namespace {

using namespace comity;
using formats::sdmx::Table;

struct Answer {
  std::uint64_t rows = 0, absent = 0, provisional = 0;
  double sum = 0;
  bool operator==(const Answer&) const = default;
};

// Monthly series of pairs of areas, as trade has them; every seventh month is missing, every fifth provisional.
class Maker {
 public:
  Maker(const std::filesystem::path& file, std::size_t bytes) : out_(file, std::ios::binary), bytes_(bytes) {}
  bool more() const { return written_ < bytes_; }
  void write(const std::string& text) { out_ << text, written_ += text.size(); }
  struct Observation {
    std::string period, value;
    char status;
  };
  std::vector<Observation> next_series() {
    std::vector<Observation> out;
    reporter = fmt::format("R{:02}", ++series_ % 97), partner = fmt::format("P{:03}", series_ % 211), item = fmt::format("I{:04}", series_ % 4001);
    for (int month = 0; month < 120; ++month) {
      state_ = state_ * 6364136223846793005ull + 1442695040888963407ull;
      const auto value = std::uint64_t(state_ >> 44);
      Observation one{fmt::format("{}-{:02}", 2010 + month / 12, month % 12 + 1), "NaN", month % 5 == 0 ? 'P' : 'A'};
      ++answer.rows;
      answer.provisional += one.status == 'P';
      if (month % 7 == 6) {
        ++answer.absent;
      } else {
        one.value = fmt::format("{}.{}", value, value % 8 * 125);
        answer.sum += std::strtod(one.value.c_str(), nullptr) * 1000;
      }
      out.push_back(one);
    }
    return out;
  }
  std::string reporter, partner, item;
  Answer answer;

 private:
  std::ofstream out_;
  std::size_t bytes_, written_ = 0;
  std::uint64_t state_ = 1, series_ = 0;
};

constexpr const char* kSpaces =
    R"(xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:generic="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic" xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common" xmlns:ss="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific")";

std::string head_of(const char* root) {
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<message:{} {}>\n<message:Header>\n<message:ID>bench</message:ID>\n<message:Structure structureID=\"S\" dimensionAtObservation=\"TIME_PERIOD\">"
      "<common:Structure><Ref agencyID=\"TEST\" id=\"TRADE\" version=\"1.0\"/></common:Structure></message:Structure>\n</message:Header>\n",
      root, kSpaces);
}

Answer write_specific(Maker& maker) {
  maker.write(head_of("StructureSpecificData") + "<message:DataSet ss:structureRef=\"S\">\n");
  while (maker.more()) {
    const auto series = maker.next_series();
    std::string text = fmt::format("<Series FREQ=\"M\" REPORTER=\"{}\" PARTNER=\"{}\" ITEM=\"{}\" UNIT_MULT=\"3\" DECIMALS=\"1\" TITLE=\"Goods of {} from {}\">\n", maker.reporter, maker.partner, maker.item, maker.item, maker.reporter);
    for (const auto& one : series) text += fmt::format("<Obs TIME_PERIOD=\"{}\" OBS_VALUE=\"{}\" OBS_STATUS=\"{}\" CONF_STATUS=\"F\"/>\n", one.period, one.value, one.status);
    maker.write(text + "</Series>\n");
  }
  maker.write("</message:DataSet>\n</message:StructureSpecificData>\n");
  return maker.answer;
}

Answer write_generic(Maker& maker) {
  maker.write(head_of("GenericData") + "<message:DataSet structureRef=\"S\">\n");
  while (maker.more()) {
    const auto series = maker.next_series();
    std::string text = "<generic:Series><generic:SeriesKey><generic:Value id=\"FREQ\" value=\"M\"/>";
    text += fmt::format("<generic:Value id=\"REPORTER\" value=\"{}\"/><generic:Value id=\"PARTNER\" value=\"{}\"/><generic:Value id=\"ITEM\" value=\"{}\"/></generic:SeriesKey>", maker.reporter, maker.partner, maker.item);
    text += "<generic:Attributes><generic:Value id=\"UNIT_MULT\" value=\"3\"/><generic:Value id=\"DECIMALS\" value=\"1\"/></generic:Attributes>\n";
    for (const auto& one : series) {
      text += fmt::format(
          "<generic:Obs>\n<generic:ObsDimension value=\"{}\"/>\n<generic:ObsValue value=\"{}\"/>\n<generic:Attributes>\n<generic:Value id=\"OBS_STATUS\" value=\"{}\"/>\n<generic:Value id=\"CONF_STATUS\" "
          "value=\"F\"/>\n</generic:Attributes>\n</generic:Obs>\n",
          one.period, one.value, one.status);
    }
    maker.write(text + "</generic:Series>\n");
  }
  maker.write("</message:DataSet>\n</message:GenericData>\n");
  return maker.answer;
}

std::string values_of(const char* id, const char* pattern, int count) {
  std::string out = fmt::format("{{\"id\":\"{}\",\"values\":[", id);
  for (int i = 0; i < count; ++i) out += fmt::format("{}{{\"id\":\"{}\",\"name\":\"name\"}}", i ? "," : "", fmt::format(fmt::runtime(pattern), i));
  return out + "]}";
}

Answer write_json(Maker& maker) {
  maker.write("{\"meta\":{\"id\":\"bench\"},\"data\":{\"dataSets\":[{\"structure\":0,\"action\":\"Information\",\"series\":{\n");
  std::uint64_t number = 0;
  while (maker.more()) {
    const auto series = maker.next_series();
    std::string text = fmt::format("{}\"0:{}:{}:{}\":{{\"attributes\":[0],\"observations\":{{", number++ ? ",\n" : "", maker.reporter.substr(1), maker.partner.substr(1), maker.item.substr(1));
    std::size_t month = 0;
    for (const auto& one : series) {
      text += fmt::format("{}\"{}\":[{},{},0,null,null]", month ? "," : "", month, one.value == "NaN" ? "null" : one.value, one.status == 'P' ? 1 : 0);
      ++month;
    }
    // An index with a leading zero is none in JSON, but these stand in texts.
    maker.write(text + "}}");
  }
  std::string months = "{\"id\":\"TIME_PERIOD\",\"values\":[";
  for (int month = 0; month < 120; ++month) months += fmt::format("{}{{\"id\":\"{}-{:02}\"}}", month ? "," : "", 2010 + month / 12, month % 12 + 1);
  maker.write("}}],\"structures\":[{\"dimensions\":{\"series\":[{\"id\":\"FREQ\",\"values\":[{\"id\":\"M\"}]}," + values_of("REPORTER", "R{:02}", 97) + "," + values_of("PARTNER", "P{:03}", 211) + "," +
              values_of("ITEM", "I{:04}", 4001) + "],\"observation\":[" + months +
              "]}]},\"measures\":{\"observation\":[{\"id\":\"OBS_VALUE\"}]},\"attributes\":{\"series\":[{\"id\":\"UNIT_MULT\",\"values\":[{\"id\":\"3\"}]}],\"observation\":[{\"id\":\"OBS_STATUS\",\"values\":[{\"id\":\"A\"},{"
              "\"id\":\"P\"}]},{\"id\":\"CONF_STATUS\",\"values\":[{\"id\":\"F\"}]},{\"id\":\"OBS_PRE_BREAK\"},{\"id\":\"OBS_COM\"}]}}]}}\n");
  return maker.answer;
}

Answer write_csv(Maker& maker) {
  maker.write("STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REPORTER,PARTNER,ITEM,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT\n");
  while (maker.more()) {
    std::string text;
    for (const auto& one : maker.next_series()) {
      text += fmt::format("dataflow,TEST:TRADE(1.0),I,M,{},{},{},{},{},{},3\n", maker.reporter, maker.partner, maker.item, one.period, one.value, one.status);
    }
    maker.write(text);
  }
  return maker.answer;
}

Answer answer_of(const Table& table) {
  Answer out;
  out.rows = table.rows();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    out.absent += table.absences[row] != Absence::value;
    out.sum += table.values[row];
  }
  const auto* status = table.find("OBS_STATUS");
  const auto code = status ? status->dictionary.try_find("P") : 0;
  for (std::size_t row = 0; status && row < table.rows(); ++row) out.provisional += status->codes[row] == code;
  return out;
}

// The same without a table: what stands in a batch is counted and forgotten.
Answer streamed_answer(const std::filesystem::path& file) {
  const auto reader = formats::sdmx::open_data(file, {.texts = false, .lines = false});
  Answer out;
  while (reader->next()) {
    const auto& batch = reader->batch();
    const auto& components = *batch.components;
    out.rows += batch.rows;
    for (std::size_t row = 0; row < batch.rows; ++row) {
      out.absent += batch.absences[row] != Absence::value;
      out.sum += batch.values[row];
    }
    for (std::size_t at = 0; at < batch.columns.size(); ++at) {
      if (components[at].id != "OBS_STATUS") continue;
      const auto& column = batch.columns[at];
      const auto code = column.dictionary->try_find("P");
      for (std::size_t row = 0; row < batch.rows; ++row) out.provisional += code != 0 && column.codes[row] == code;
    }
  }
  return out;
}

// What the result must have; room that it keeps for more counts as beyond it, where it takes memory at all.
std::size_t bytes_of(const Table& table) {
  std::size_t out = table.values.size() * 8 + table.absences.size();
  for (const auto& column : table.columns) out += column.codes.size() * std::size_t(column.codes.width()) + column.numbers.size() * 8 + column.cells.size() + column.dictionary.bytes();
  return out;
}

// Of one core's time, so that a busy machine does not matter.
double seconds_of(const auto& work) {
  const auto now = [] {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) * 1e-9;
  };
  const double start = now();
  work();
  return now() - start;
}

std::uint64_t resident() {
  std::ifstream in("/proc/self/statm");
  std::uint64_t size = 0, pages = 0;
  in >> size >> pages;
  return pages * std::uint64_t(sysconf(_SC_PAGESIZE));
}

void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

std::uint64_t peak() {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("VmHWM:")) return std::strtoull(line.c_str() + 6, nullptr, 10) * 1024;
  }
  return 0;
}

double bare_expat(const std::filesystem::path& file) {
  return seconds_of([&] {
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::vector<char> piece(256u << 10);
    const auto source = formats::open_bytes(file);
    for (;;) {
      const std::size_t n = source->read(piece.data(), piece.size());
      if (XML_Parse(parser, piece.data(), int(n), n == 0) != XML_STATUS_OK) std::abort();
      if (n == 0) break;
    }
    XML_ParserFree(parser);
  });
}

double bare_delimited(const std::filesystem::path& file) {
  return seconds_of([&] {
    const auto reader = formats::open_delimited(file, {});
    std::uint64_t rows = 0;
    for (formats::Record record; reader->next(record);) ++rows;
    if (rows == 0) std::abort();
  });
}

bool agree(const Answer& found, const Answer& expected) {
  return found.rows == expected.rows && found.absent == expected.absent && found.provisional == expected.provisional && std::fabs(found.sum - expected.sum) <= 1e-9 * std::fabs(expected.sum);
}

struct Form {
  const char* name;
  Answer (*write)(Maker&);
  double (*beside)(const std::filesystem::path&);
  const char* beside_name;
};
constexpr Form forms[] = {{"structure-specific", write_specific, bare_expat, "bare Expat"}, {"generic", write_generic, bare_expat, "bare Expat"}, {"json", write_json, nullptr, ""}, {"csv", write_csv, bare_delimited, "read_delimited"}};

struct Streamed {
  double seconds = 0, own = 0;  // own: megabytes of memory beyond what was there before
  Answer answer;
};
Streamed stream(const std::filesystem::path& file) {
  Streamed out;
  forget_peak();
  const std::uint64_t before = resident();
  out.seconds = seconds_of([&] { out.answer = streamed_answer(file); });
  out.own = double(peak() - std::min(peak(), before)) / 1e6;
  return out;
}

int complain(const Form& form, const Answer& found, const Answer& expected) {
  fmt::print(stderr, "{}: wrong answer: {} rows, {} absent, {} provisional, sum {}; expected {}, {}, {}, {}\n", form.name, found.rows, found.absent, found.provisional, found.sum, expected.rows, expected.absent, expected.provisional,
             expected.sum);
  return 1;
}

int measure(const std::filesystem::path& folder, const Form& form, std::size_t megabytes) {
  const auto file = folder / form.name;
  const bool large = megabytes > 400;
  Answer expected;
  {
    Maker maker(file, megabytes * 1000000);
    expected = form.write(maker);
  }
  const double bytes = double(std::filesystem::file_size(file));
  if (!large) {
    const Answer found = answer_of(formats::sdmx::read_table(file));
    if (!agree(found, expected)) return complain(form, found, expected);
  }
  for (int run = 0; run < (large ? 1 : 5); ++run) {
    const double beside = form.beside ? form.beside(file) : 0;
    fmt::print("{:19} {:5} MB {:9} rows", form.name, megabytes, expected.rows);
    double seconds = 0, beyond = 0;
    std::size_t result = 0;
    if (!large) {
      forget_peak();
      const std::uint64_t before = resident();
      seconds = seconds_of([&] {
        const Table table = formats::sdmx::read_table(file);
        result = bytes_of(table);
        beyond = (double(peak()) - double(before) - double(result)) / 1e6;
        if (table.rows() != expected.rows) std::abort();
      });
      fmt::print(" {:7.3f} s {:5.0f} MB/s", seconds, bytes / seconds / 1e6);
    }
    const Streamed streamed = stream(file);
    if (!agree(streamed.answer, expected)) return complain(form, streamed.answer, expected);
    fmt::print("  streamed {:7.3f} s {:5.0f} MB/s in {:3.0f} MB", streamed.seconds, bytes / streamed.seconds / 1e6, streamed.own);
    if (form.beside) fmt::print("  {} {:5.0f} MB/s, share streamed {:4.2f}", form.beside_name, bytes / beside / 1e6, beside / streamed.seconds);
    if (form.beside && !large) fmt::print(", to columns {:4.2f}", beside / seconds);
    if (!large) fmt::print("  result {} MB, peak beyond it {:.0f} MB", result / 1000000, beyond);
    fmt::print("\n");
    std::fflush(stdout);
  }
  std::filesystem::remove(file);
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::size_t> sizes;
  std::string only;
  for (int i = 1; i < count; ++i) {
    const std::size_t size = std::strtoul(words[i], nullptr, 10);
    if (size > 0) sizes.push_back(size);
    if (size == 0) only = words[i];
  }
  if (sizes.empty()) sizes = {10, 120};
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("comity-sdmx-bench-{}", getpid());
  std::filesystem::create_directories(folder);
  int code = 0;
  for (const std::size_t megabytes : sizes) {
    for (const Form& form : forms) {
      if (code == 0 && (only.empty() || only == form.name)) code = measure(folder, form, megabytes);
    }
  }
  std::filesystem::remove_all(folder);
  return code;
}
