#include "comity/formats/sdmx/detail/json_header.hpp"

namespace comity::formats::sdmx::detail {
namespace {

using simdjson::dom::element;

std::string text_at(element value, const char* key) {
  std::string_view text;
  return value[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

}  // namespace

LocalText json_local_text(element value) {
  LocalText out;
  if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
    out.all.emplace_back("", text);
  } else if (simdjson::dom::object languages; value.get(languages) == simdjson::SUCCESS) {
    for (const auto [language, one] : languages) {
      if (std::string_view words; one.get(words) == simdjson::SUCCESS) out.all.emplace_back(language, words);
    }
  }
  return out;
}

void read_json_header(element root, Header& header, std::vector<FooterMessage>& errors) {
  element meta;
  if (root["meta"].get(meta) == simdjson::SUCCESS || root["header"].get(meta) == simdjson::SUCCESS) {
    header.id = text_at(meta, "id");
    header.prepared = text_at(meta, "prepared");
    header.schema = text_at(meta, "schema");
    bool test = false;
    if (meta["test"].get(test) == simdjson::SUCCESS) header.test = test;
    if (element sender; meta["sender"].get(sender) == simdjson::SUCCESS) {
      header.sender = text_at(sender, "id");
      if (element names; sender["names"].get(names) == simdjson::SUCCESS || sender["name"].get(names) == simdjson::SUCCESS) header.sender_name = json_local_text(names);
    }
    element receiver;
    if (meta["receivers"].at(0).get(receiver) == simdjson::SUCCESS || meta["receiver"].get(receiver) == simdjson::SUCCESS) header.receiver = text_at(receiver, "id");
    if (element names; meta["names"].get(names) == simdjson::SUCCESS || meta["name"].get(names) == simdjson::SUCCESS) header.name = json_local_text(names);
    if (simdjson::dom::array languages; meta["contentLanguages"].get(languages) == simdjson::SUCCESS) {
      for (const element one : languages) {
        if (std::string_view language; one.get(language) == simdjson::SUCCESS) header.content_languages.emplace_back(language);
      }
    }
  }
  simdjson::dom::array all;
  if (root["errors"].get(all) != simdjson::SUCCESS) return;
  for (const element one : all) {
    FooterMessage message;
    message.severity = "Error";
    if (std::int64_t code = 0; one["code"].get(code) == simdjson::SUCCESS) message.code = std::to_string(code);
    if (element status; one["status"].get(status) == simdjson::SUCCESS && message.code.empty()) message.code = simdjson::minify(status);
    element words;
    for (const char* key : {"titles", "title", "details", "detail", "message"}) {
      if (message.text.empty() && one[key].get(words) == simdjson::SUCCESS) message.text = json_local_text(words);
    }
    if (const std::string detail = text_at(one, "detail"); message.text.all.size() == 1 && !detail.empty() && message.text.all.front().second != detail) message.text.all.front().second += ": " + detail;
    errors.push_back(std::move(message));
  }
}

}  // namespace comity::formats::sdmx::detail
