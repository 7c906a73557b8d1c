#include <resumax/core/error.hpp>
#include <resumax/embedded/skills_image.hpp>
#include <resumax/embedded/skills_sha256.hpp>
#include <resumax/match/phrases.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/match/taxonomy_image.hpp>
#include <resumax/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace resumax::match {

namespace {

/// The longest phrases of a text, left to right.
class Walk {
 public:
  Walk(std::string_view utf8, const TaxonomyImage& image)
      : utf8_(utf8), image_(image), units_(split_units(utf8)), words_(units_.size()) {
    std::vector<std::string> forms;
    for (std::size_t i = 0; i < units_.size(); ++i) {
      forms.clear();
      word_forms(units_[i].folded, forms);
      for (const auto& form : forms) add_word(words_[i], image_.word(form));
    }
  }

  const std::vector<Unit>& units() const { return units_; }

  std::vector<Candidate> candidates() {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < units_.size();) {
      best_ = TaxonomyImage::none;
      best_end_ = i;
      descend(TaxonomyImage::root, i);
      if (best_ == TaxonomyImage::none) {
        ++i;
        continue;
      }
      const auto& surface = image_.surface(best_);
      out.push_back({surface.skill, surface.canonical != 0, static_cast<Mode>(surface.mode),
                     writing(surface, i, best_end_), i, best_end_, false});
      i = best_end_;
    }
    return out;
  }

 private:
  struct Forms {
    std::array<std::uint32_t, 4> words{};
    std::size_t size = 0;
  };

  static void add_word(Forms& forms, std::uint32_t word) {
    if (word == TaxonomyImage::none || forms.size == forms.words.size()) return;
    if (std::find(forms.words.begin(), forms.words.begin() + static_cast<std::ptrdiff_t>(forms.size), word) ==
        forms.words.begin() + static_cast<std::ptrdiff_t>(forms.size))
      forms.words[forms.size++] = word;
  }

  void descend(std::uint32_t node, std::size_t at) {
    if (const auto value = image_.value(node); value != TaxonomyImage::none && at > best_end_) {
      best_ = value;
      best_end_ = at;
    }
    if (at == units_.size() || (node != TaxonomyImage::root && units_[at].breaks_before)) return;
    for (std::size_t i = 0; i < words_[at].size; ++i)
      if (const auto next = image_.step(node, words_[at].words[i]); next != TaxonomyImage::none) descend(next, at + 1);
  }

  Writing writing(const TaxonomyImage::Surface& surface, std::size_t first, std::size_t last) const {
    const auto mode = static_cast<Mode>(surface.mode);
    if (mode == Mode::any_case || mode == Mode::as_item) return Writing::as_written;
    const auto written = image_.text(surface.text);
    const auto raw = utf8_.substr(units_[first].begin, units_[last - 1].end - units_[first].begin);
    const bool capitals = written.size() > 1 && written == text::upper(written);
    const bool plural = capitals && raw.size() == written.size() + 1 && raw.starts_with(written) && raw.ends_with('s');
    if (raw == written || plural) return Writing::as_written;  // "VPCs"
    return raw.size() > 1 && raw == text::upper(written) ? Writing::upper_case : Writing::other_case;
  }

  std::string_view utf8_;
  const TaxonomyImage& image_;
  std::vector<Unit> units_;
  std::vector<Forms> words_;
  std::uint32_t best_ = TaxonomyImage::none;
  std::size_t best_end_ = 0;
};

std::vector<SkillHit> find_hits(std::string_view utf8, const TaxonomyImage& image, bool list) {
  Walk walk(utf8, image);
  auto candidates = walk.candidates();
  settle(utf8, walk.units(), candidates, list);
  std::vector<SkillHit> out;
  for (const auto& c : candidates)
    if (c.accepted) out.push_back({c.skill, walk.units()[c.first].begin, walk.units()[c.last - 1].end, c.canonical});
  return out;
}

constexpr std::size_t fingerprint_length = 12;

std::string image_of(std::string_view tsv) {
  const auto data = read_taxonomy(tsv);
  if (!data.problems.empty())
    throw Error(Errc::invalid_input,
                "skills, line " + std::to_string(data.problems[0].line) + ": " + data.problems[0].message,
                "columns are name, category, aliases, parents, related, divided by tabs");
  return make_image(data);
}

}  // namespace

const Taxonomy& Taxonomy::builtin() {
  static const Taxonomy taxonomy{Embedded()};
  return taxonomy;
}

Taxonomy::Taxonomy(Embedded)
    : image_(std::make_unique<TaxonomyImage>(embedded::skills_image())),
      fingerprint_(embedded::skills_sha256().substr(0, fingerprint_length)) {
  read_skills();
}

Taxonomy::Taxonomy(std::string_view tsv) : bytes_(image_of(tsv)), image_(std::make_unique<TaxonomyImage>(bytes_)) {
  read_skills();
}

Taxonomy::Taxonomy(std::string image, std::string fingerprint)
    : bytes_(std::move(image)), image_(std::make_unique<TaxonomyImage>(bytes_)), fingerprint_(std::move(fingerprint)) {
  image_->check();
  read_skills();
}

Taxonomy::~Taxonomy() = default;

void Taxonomy::read_skills() {
  aliases_.reserve(image_->surface_count());  // spans point into it: it must not move
  skills_.reserve(image_->skills().size());
  for (const auto& skill : image_->skills()) {
    const auto first = aliases_.size();
    for (std::uint32_t i = 0; i < skill.aliases.size; ++i)
      aliases_.push_back(image_->text(image_->surface(skill.aliases.begin + i).text));
    skills_.push_back({image_->text(skill.name), image_->text(skill.category),
                       std::span(aliases_).subspan(first, skill.aliases.size), image_->ids(skill.parents),
                       image_->ids(skill.related)});
  }
}

std::string Taxonomy::marked(std::uint32_t surface) const {
  constexpr std::array<std::string_view, 4> marks{"", "^", "=", "~"};  // by Mode
  const auto& found = image_->surface(surface);
  return std::string(marks.at(found.mode)).append(image_->text(found.text));
}

std::string Taxonomy::marked_name(std::uint16_t skill) const {
  return marked(image_->skills()[skill].aliases.begin - 1);  // the name stands before the aliases
}

std::vector<std::string> Taxonomy::marked_aliases(std::uint16_t skill) const {
  const auto aliases = image_->skills()[skill].aliases;
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < aliases.size; ++i) out.push_back(marked(aliases.begin + i));
  return out;
}

const Skill* Taxonomy::find_name(std::string_view name_or_alias) const {
  auto node = TaxonomyImage::root;
  for (const auto& text : phrase_words(name_or_alias)) {
    const auto word = image_->word(text);
    node = word == TaxonomyImage::none ? TaxonomyImage::none : image_->step(node, word);
    if (node == TaxonomyImage::none) return nullptr;
  }
  const auto value = image_->value(node);
  return value == TaxonomyImage::none ? nullptr : &skills_[image_->surface(value).skill];
}

std::vector<std::uint16_t> Taxonomy::ancestors(std::uint16_t skill) const {
  const auto& parents = skills_.at(skill).parents;
  std::vector<std::uint16_t> out(parents.begin(), parents.end());
  for (std::size_t i = 0; i < out.size(); ++i)
    for (const auto parent : skills_[out[i]].parents)
      if (std::find(out.begin(), out.end(), parent) == out.end()) out.push_back(parent);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<SkillHit> Taxonomy::find(std::string_view utf8) const { return find_hits(utf8, *image_, false); }

std::vector<SkillHit> Taxonomy::find_in_list(std::string_view utf8) const { return find_hits(utf8, *image_, true); }

}  // namespace resumax::match
