#include <resumax/core/fields.hpp>

#include <resumax/core/describe.hpp>

#include <charconv>

namespace resumax {

namespace {

// Collects every non-empty text with its pointer.
template <class T>
class Collector {
 public:
  std::vector<BasicField<T>> found;

  template <class X>
  void text(std::string_view key, FieldKind kind, X& value) {
    if (value.empty()) return;
    const bool is_summary = section_ == SectionKind::contact && kind == FieldKind::summary;
    found.push_back(
        {path_ + "/" + std::string(key), is_summary ? SectionKind::summary : section_, entry_, kind, &value});
  }
  template <class X>
  void list(std::string_view key, FieldKind kind, X& values) {
    for (std::size_t i = 0; i < values.size(); ++i) text(std::string(key) + "/" + std::to_string(i), kind, values[i]);
  }
  template <class X>
  void date(std::string_view key, FieldKind kind, X& value) {
    text(key, kind, value.source);
  }
  template <class X>
  void word(std::string_view, X&) {}

  template <class X>
  void object(std::string_view key, SectionKind section, X& value) {
    const std::string outer = path_;
    path_ += "/" + std::string(key);
    section_ = section;
    detail::describe(value, section, *this);
    path_ = outer;
  }
  template <class X>
  void entries(std::string_view key, SectionKind section, X& values) {
    const int outer = entry_;
    const SectionKind outer_section = section_;
    for (std::size_t i = 0; i < values.size(); ++i) {
      SectionKind kind = section;
      if constexpr (requires { values[i].kind; }) {
        kind = values[i].kind;
      } else if (path_.empty()) {
        entry_ = static_cast<int>(i);
      }
      object(std::string(key) + "/" + std::to_string(i), kind, values[i]);
    }
    entry_ = outer;
    section_ = outer_section;
  }

 private:
  std::string path_;
  SectionKind section_ = SectionKind::contact;
  int entry_ = -1;
};

// Walks to one pointer without building others.
template <class TextType>
class Seeker {
 public:
  using ListType = std::conditional_t<std::is_const_v<TextType>, const std::vector<Text>, std::vector<Text>>;
  TextType* text_found = nullptr;
  ListType* list_found = nullptr;

  explicit Seeker(std::string_view pointer) : rest_(pointer) {}

  template <class X>
  void text(std::string_view key, FieldKind, X& value) {
    if (rest_is(key)) text_found = &value;
  }
  template <class X>
  void date(std::string_view key, FieldKind kind, X& value) {
    text(key, kind, value.source);
  }
  template <class X>
  void word(std::string_view, X&) {}
  template <class X>
  void list(std::string_view key, FieldKind, X& values) {
    if (rest_is(key)) {
      list_found = &values;
    } else if (std::size_t index = 0; enters(key, index) && after_.empty() && index < values.size()) {
      text_found = &values[index];
    }
  }
  template <class X>
  void object(std::string_view key, SectionKind section, X& value) {
    if (rest_.size() <= key.size() + 1 || rest_.substr(1, key.size()) != key || rest_[key.size() + 1] != '/') return;
    descend(rest_.substr(key.size() + 1), section, value);
  }
  template <class X>
  void entries(std::string_view key, SectionKind section, X& values) {
    std::size_t index = 0;
    if (enters(key, index) && index < values.size()) descend(after_, section, values[index]);
  }

 private:
  template <class X>
  void descend(std::string_view rest, SectionKind section, X& value) {
    const auto outer = rest_;
    rest_ = rest;
    detail::describe(value, section, *this);
    rest_ = outer;
  }
  bool rest_is(std::string_view key) const {
    return rest_.size() == key.size() + 1 && rest_.front() == '/' && rest_.substr(1) == key;
  }
  // Whether the rest is "/key/INDEX…"; what follows the index is then in after_.
  bool enters(std::string_view key, std::size_t& index) {
    if (rest_.size() < key.size() + 3 || rest_.front() != '/' || rest_.substr(1, key.size()) != key ||
        rest_[key.size() + 1] != '/')
      return false;
    const std::string_view digits = rest_.substr(key.size() + 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    if (error != std::errc()) return false;
    after_ = digits.substr(static_cast<std::size_t>(end - digits.data()));
    return after_.empty() || after_.front() == '/';
  }

  std::string_view rest_, after_;
};

template <class TextType, class ResumeType>
Seeker<TextType> seek(ResumeType& resume, std::string_view path) {
  Seeker<TextType> seeker(path);
  detail::describe(resume, seeker);
  return seeker;
}

}  // namespace

std::vector<ConstField> fields(const Resume& resume) {
  Collector<const Text> collector;
  detail::describe(resume, collector);
  return std::move(collector.found);
}

std::vector<Field> fields(Resume& resume) {
  Collector<Text> collector;
  detail::describe(resume, collector);
  return std::move(collector.found);
}

Text* find_field(Resume& resume, std::string_view path) { return seek<Text>(resume, path).text_found; }
const Text* find_field(const Resume& resume, std::string_view path) {
  return seek<const Text>(resume, path).text_found;
}
std::vector<Text>* find_list(Resume& resume, std::string_view path) { return seek<Text>(resume, path).list_found; }
const std::vector<Text>* find_list(const Resume& resume, std::string_view path) {
  return seek<const Text>(resume, path).list_found;
}

}  // namespace resumax
