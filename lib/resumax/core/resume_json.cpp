#include <resumax/core/resume_json.hpp>

#include <resumax/core/describe.hpp>
#include <resumax/core/error.hpp>
#include <resumax/core/fields.hpp>

#include <nlohmann/json.hpp>

namespace resumax {

namespace {

using nlohmann::json;

class Writer {
 public:
  json out = json::object();

  void text(std::string_view key, FieldKind, const Text& value) { word(key, value.value); }
  void word(std::string_view key, const std::string& value) {
    if (!value.empty()) out[std::string(key)] = value;
  }
  void list(std::string_view key, FieldKind, const std::vector<Text>& values) {
    if (values.empty()) return;
    json array = json::array();
    for (const Text& value : values) array.push_back(value.value);
    out[std::string(key)] = std::move(array);
  }
  void date(std::string_view key, FieldKind, const DateField& value) { word(key, value.date.iso()); }
  template <class T>
  void object(std::string_view key, SectionKind section, const T& value) {
    json inner = write(value, section);
    if (!inner.empty()) out[std::string(key)] = std::move(inner);
  }
  template <class T>
  void entries(std::string_view key, SectionKind section, const std::vector<T>& values) {
    if (values.empty()) return;
    json array = json::array();
    for (const T& value : values) array.push_back(write(value, section));
    out[std::string(key)] = std::move(array);
  }

 private:
  template <class T>
  static json write(const T& value, SectionKind section) {
    Writer inner;
    detail::describe(value, section, inner);
    if constexpr (requires { value.lines; }) inner.out["kind"] = to_string(value.kind);
    return std::move(inner.out);
  }
};

// Keys of older schemas and of other tools, tried where the current one is missing.
constexpr std::pair<std::string_view, std::string_view> other_keys[] = {
    {"name", "company"},
    {"url", "website"},
    {"endDate", "end"},
    {"startDate", "start"},
    {"studyType", "degree"},
    {"area", "major"},
    {"certificates", "certifications"},
    {"reference", "text"},
    {"language", "name"},
    {"fluency", "level"},
    {"score", "gpa"},
    {"organization", "name"},
    {"title", "name"},
};

class Reader {
 public:
  Reader(const json& in, std::string path) : in_(in), path_(std::move(path)) {}

  void text(std::string_view key, FieldKind, Text& value) { word(key, value.value); }
  void word(std::string_view key, std::string& value) {
    if (const json* found = find(key)) value = string_at(*found, path_ + "/" + std::string(key));
  }
  void list(std::string_view key, FieldKind, std::vector<Text>& values) {
    const json* found = find(key);
    if (!found) return;
    const std::string path = path_ + "/" + std::string(key);
    if (found->is_string()) {
      values.push_back({found->get<std::string>(), 1.0, {}});
      return;
    }
    if (!found->is_array()) fail(path, "an array");
    for (std::size_t i = 0; i < found->size(); ++i)
      values.push_back({string_at((*found)[i], path + "/" + std::to_string(i)), 1.0, {}});
  }
  void date(std::string_view key, FieldKind, DateField& value) {
    word(key, value.source.value);
    const std::string& text = value.source.value;
    if (text.empty()) return;
    // Many files carry full timestamps; the day is as far as a resume goes.
    try {
      value.date = Date::from_iso(std::string_view(text).substr(0, 10));
    } catch (const Error&) {
      value.present = text.find_first_of("0123456789") == std::string::npos;
      if (!value.present) fail(path_ + "/" + std::string(key), "a date like 2021-03");
    }
  }
  template <class T>
  void object(std::string_view key, SectionKind section, T& value) {
    const json* found = find(key);
    if (!found) return;
    const std::string path = path_ + "/" + std::string(key);
    if constexpr (std::is_same_v<T, Location>) {
      if (found->is_string()) {
        value.text.value = found->get<std::string>();
        return;
      }
    }
    if (!found->is_object()) fail(path, "an object");
    Reader inner(*found, path);
    detail::describe(value, section, inner);
    finish(value);
  }
  template <class T>
  void entries(std::string_view key, SectionKind section, std::vector<T>& values) {
    const json* found = find(key);
    if (!found) return;
    const std::string path = path_ + "/" + std::string(key);
    if (!found->is_array()) fail(path, "an array");
    for (std::size_t i = 0; i < found->size(); ++i) {
      const json& item = (*found)[i];
      const std::string item_path = path + "/" + std::to_string(i);
      T value;
      if (item.is_string()) {
        set_only_text(value, item.get<std::string>(), item_path);
      } else if (item.is_object()) {
        Reader inner(item, item_path);
        if constexpr (requires { value.lines; }) {
          if (item.contains("kind")) value.kind = parse_name<SectionKind>(string_at(item["kind"], item_path + "/kind"));
        }
        detail::describe(value, section, inner);
        finish(value);
      } else {
        fail(item_path, "an object");
      }
      values.push_back(std::move(value));
    }
  }

 private:
  [[noreturn]] static void fail(const std::string& path, const std::string& wanted) {
    throw Error(Errc::invalid_input, "JSON Resume: " + (path.empty() ? "the top level" : path) + " is not " + wanted,
                "see jsonresume.org/schema for the shape");
  }
  const json* find(std::string_view key) const {
    if (auto it = in_.find(key); it != in_.end() && !it->is_null()) return &*it;
    for (const auto& [current, other] : other_keys)
      if (current == key)
        if (auto it = in_.find(other); it != in_.end() && !it->is_null()) return &*it;
    return nullptr;
  }
  static std::string string_at(const json& value, const std::string& path) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number()) return value.dump();
    if (value.is_null()) return {};
    fail(path, "a string");
  }

  // What a list of plain strings means where the schema has objects ("skills": ["C++"]).
  template <class T>
  static void set_only_text(T& value, const std::string& text, const std::string& path) {
    if constexpr (std::is_same_v<T, KeywordGroup> || std::is_same_v<T, Project> || std::is_same_v<T, Credential>) {
      value.name.value = text;
    } else if constexpr (std::is_same_v<T, Language>) {
      value.language.value = text;
    } else if constexpr (std::is_same_v<T, Profile>) {
      value.url.value = text;
    } else if constexpr (std::is_same_v<T, Reference>) {
      value.text.value = text;
    } else {
      fail(path, "an object");
    }
  }

  // JSON Resume says "to date" by leaving endDate out.
  static void close_range(DateRange& range) {
    if (!range.start.empty() && range.end.empty()) range.end.present = true;
  }
  template <class T>
  static void finish(T& value) {
    if constexpr (requires { value.dates; }) close_range(value.dates);
    if constexpr (std::is_same_v<T, Location>) {
      if (value.text.empty())
        for (const std::string* part : {&value.address, &value.city, &value.region, &value.country_code})
          if (!part->empty()) value.text.value += (value.text.empty() ? "" : ", ") + *part;
    }
  }

  const json& in_;
  std::string path_;
};

// Notes hold what the plain form cannot: confidence, span, the words a date was read from, "present".
class NoteWriter {
 public:
  json out = json::object();

  void text(std::string_view key, FieldKind, const Text& value) {
    if (!value.empty()) out[at(key)] = note(value);
  }
  void word(std::string_view, const std::string&) {}
  void list(std::string_view key, FieldKind kind, const std::vector<Text>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) text(std::string(key) + "/" + std::to_string(i), kind, values[i]);
  }
  void date(std::string_view key, FieldKind, const DateField& value) {
    if (value.empty() && value.source.empty()) {
      if (key == "endDate") out[at(key)] = {{"present", false}};
      return;
    }
    json entry = note(value.source);
    entry["source"] = value.source.value;
    entry["present"] = value.present;
    out[at(key)] = std::move(entry);
  }
  template <class T>
  void object(std::string_view key, SectionKind section, const T& value) {
    const std::string outer = path_;
    path_ = at(key);
    detail::describe(value, section, *this);
    path_ = outer;
  }
  template <class T>
  void entries(std::string_view key, SectionKind section, const std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      object(std::string(key) + "/" + std::to_string(i), section, values[i]);
  }

 private:
  std::string at(std::string_view key) const { return path_ + "/" + std::string(key); }
  static json note(const Text& value) {
    json entry{{"confidence", value.confidence}};
    const SourceSpan& span = value.span;
    if (!span.empty()) {
      entry["begin"] = span.begin;
      entry["end"] = span.end;
    }
    if (span.page > 0) {
      entry["page"] = span.page;
      entry["box"] = {span.box.x0, span.box.y0, span.box.x1, span.box.y1};
    }
    return entry;
  }
  std::string path_;
};

class NoteReader {
 public:
  explicit NoteReader(const json& notes) : notes_(notes) {}

  void text(std::string_view key, FieldKind, Text& value) {
    if (const json* entry = find(key)) read(*entry, value);
  }
  void word(std::string_view, std::string&) {}
  void list(std::string_view key, FieldKind kind, std::vector<Text>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) text(std::string(key) + "/" + std::to_string(i), kind, values[i]);
  }
  void date(std::string_view key, FieldKind, DateField& value) {
    const json* entry = find(key);
    if (!entry) return;
    value.present = entry->value("present", value.present);
    value.source.value = entry->value("source", value.source.value);
    read(*entry, value.source);
  }
  template <class T>
  void object(std::string_view key, SectionKind section, T& value) {
    const std::string outer = path_;
    path_ += "/" + std::string(key);
    detail::describe(value, section, *this);
    path_ = outer;
  }
  template <class T>
  void entries(std::string_view key, SectionKind section, std::vector<T>& values) {
    for (std::size_t i = 0; i < values.size(); ++i)
      object(std::string(key) + "/" + std::to_string(i), section, values[i]);
  }

 private:
  const json* find(std::string_view key) const {
    const auto it = notes_.find(path_ + "/" + std::string(key));
    return it != notes_.end() && it->is_object() ? &*it : nullptr;
  }
  static void read(const json& entry, Text& value) {
    value.confidence = entry.value("confidence", value.confidence);
    value.span.begin = entry.value("begin", 0u);
    value.span.end = entry.value("end", 0u);
    value.span.page = entry.value("page", 0);
    if (const auto box = entry.find("box"); box != entry.end() && box->is_array() && box->size() == 4)
      value.span.box = {(*box)[0], (*box)[1], (*box)[2], (*box)[3]};
  }

  const json& notes_;
  std::string path_;
};

}  // namespace

json to_json(const Resume& resume) {
  Writer writer;
  detail::describe(resume, writer);
  if (!resume.language.empty()) writer.out["meta"]["language"] = resume.language;
  return std::move(writer.out);
}

Resume resume_from_json(const json& in) {
  if (!in.is_object()) throw Error(Errc::invalid_input, "JSON Resume: the top level is not an object");
  Resume resume;
  Reader reader(in, "");
  detail::describe(resume, reader);
  if (const auto meta = in.find("meta"); meta != in.end() && meta->is_object())
    if (const auto language = meta->find("language"); language != meta->end() && language->is_string())
      resume.language = language->get<std::string>();
  return resume;
}

std::string current_pointer(const Resume& resume, std::string_view pointer) {
  const std::string given(pointer);
  if (find_field(resume, pointer) || find_list(resume, pointer)) return given;
  for (const auto& [current, other] : other_keys) {
    const std::string segment = "/" + std::string(other);
    for (std::size_t at = given.find(segment); at != std::string::npos; at = given.find(segment, at + 1)) {
      const std::size_t end = at + segment.size();
      if (end < given.size() && given[end] != '/') continue;
      std::string renamed = given.substr(0, at + 1) + std::string(current) + given.substr(end);
      if (find_field(resume, renamed)) return renamed;
    }
  }
  return given;
}

json field_notes(const Resume& resume) {
  NoteWriter writer;
  detail::describe(resume, writer);
  return std::move(writer.out);
}

void apply_field_notes(Resume& resume, const json& notes) {
  if (!notes.is_object()) return;
  NoteReader reader(notes);
  detail::describe(resume, reader);
}

}  // namespace resumax
