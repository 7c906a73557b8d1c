#include <resumax/core/error.hpp>
#include <resumax/match/taxonomy_image.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

namespace resumax::match {

struct TaxonomyImage::Header {
  static constexpr std::uint32_t expected = 0x31786174;  // "tax1"
  std::uint32_t magic = expected;
  Slice skills, surfaces, words, slots, nodes, edges, ids, letters;  ///< first byte and number
};

namespace {

using Image = TaxonomyImage;

constexpr auto last_mode = static_cast<std::uint8_t>(Mode::as_item);

std::uint32_t hash_of(std::string_view text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

template <class T>
std::span<const T> section(std::string_view bytes, Image::Slice slice) {
  if (slice.begin > bytes.size() || slice.size > (bytes.size() - slice.begin) / sizeof(T) ||
      reinterpret_cast<std::uintptr_t>(bytes.data() + slice.begin) % alignof(T) != 0)
    throw Error(Errc::internal, "the skills index is damaged");
  return {reinterpret_cast<const T*>(bytes.data() + slice.begin), slice.size};
}

/// Strings, each kept once.
class Letters {
 public:
  Image::Slice add(const std::string& text) {
    const auto [entry, fresh] = known_.try_emplace(text);
    if (fresh) {
      entry->second = {static_cast<std::uint32_t>(all_.size()), static_cast<std::uint32_t>(text.size())};
      all_ += text;
    }
    return entry->second;
  }
  const std::string& all() const { return all_; }

 private:
  std::map<std::string, Image::Slice> known_;
  std::string all_;
};

/// A trie while it grows.
struct Growing {
  std::uint32_t value = Image::none;
  std::map<std::uint32_t, std::uint32_t> children;
};

class Writer {
 public:
  explicit Writer(const TaxonomyData& data) : data_(data) {}

  std::string write() {
    add_phrases();
    add_skills();
    flatten();
    Image::Header header;
    std::string out(sizeof(header), '\0');
    header.skills = append(out, skills_);
    header.surfaces = append(out, surfaces_);
    header.words = append(out, words_);
    header.slots = append(out, slots());
    header.nodes = append(out, nodes_);
    header.edges = append(out, edges_);
    header.ids = append(out, ids_);
    header.letters = append(out, letters_.all());
    std::memcpy(out.data(), &header, sizeof(header));
    return out;
  }

 private:
  template <class Items>
  static Image::Slice append(std::string& out, const Items& items) {
    out.resize((out.size() + 7) / 8 * 8);
    const Image::Slice slice{static_cast<std::uint32_t>(out.size()), static_cast<std::uint32_t>(items.size())};
    out.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof(items[0]));
    return slice;
  }

  std::uint32_t word(const std::string& text) {
    const auto [entry, fresh] = numbers_.try_emplace(text, static_cast<std::uint32_t>(words_.size()));
    if (fresh) words_.push_back({letters_.add(text), hash_of(text), Image::none});
    return entry->second;
  }

  void add_phrases() {
    for (const auto& phrase : data_.phrases) {
      std::uint32_t node = Image::root;
      for (const auto& text : phrase.words) {
        const auto [child, fresh] =
            trie_[node].children.try_emplace(word(text), static_cast<std::uint32_t>(trie_.size()));
        node = child->second;
        if (fresh) trie_.emplace_back();
      }
      trie_[node].value = phrase.surface;
    }
  }

  void add_skills() {
    for (const auto& surface : data_.surfaces)
      surfaces_.push_back(
          {letters_.add(surface.text), surface.skill, surface.canonical, static_cast<std::uint8_t>(surface.mode)});
    std::uint32_t surface = 0;
    const auto add_ids = [&](const std::vector<std::uint16_t>& ids) {
      const Image::Slice slice{static_cast<std::uint32_t>(ids_.size()), static_cast<std::uint32_t>(ids.size())};
      ids_.insert(ids_.end(), ids.begin(), ids.end());
      return slice;
    };
    for (std::size_t i = 0; i < data_.skills.size(); ++i) {
      const auto first = ++surface;  // the name stands before the aliases
      while (surface < data_.surfaces.size() && data_.surfaces[surface].skill == i) ++surface;
      const auto& row = data_.skills[i];
      skills_.push_back({letters_.add(row.name),
                         letters_.add(row.category),
                         {first, surface - first},
                         add_ids(row.parents),
                         add_ids(row.related)});
    }
  }

  void flatten() {
    for (const auto& node : trie_) {
      nodes_.push_back({node.value, static_cast<std::uint32_t>(edges_.size())});
      for (const auto& [word, child] : node.children) {
        if (&node == &trie_.front())
          words_[word].node = child;  // the root has too many to search
        else
          edges_.push_back({word, child});
      }
    }
    nodes_.push_back({Image::none, static_cast<std::uint32_t>(edges_.size())});
  }

  std::vector<std::uint32_t> slots() const {
    std::vector<std::uint32_t> out(std::bit_ceil(words_.size() * 2 + 1), Image::none);
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
      auto slot = words_[i].hash & (out.size() - 1);
      while (out[slot] != Image::none) slot = (slot + 1) & (out.size() - 1);
      out[slot] = i;
    }
    return out;
  }

  const TaxonomyData& data_;
  Letters letters_;
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<Growing> trie_ = std::vector<Growing>(1);
  std::vector<Image::Skill> skills_;
  std::vector<Image::Surface> surfaces_;
  std::vector<Image::Word> words_;
  std::vector<Image::Node> nodes_;
  std::vector<Image::Edge> edges_;
  std::vector<std::uint16_t> ids_;
};

}  // namespace

TaxonomyImage::TaxonomyImage(std::string_view bytes) {
  const auto header = section<Header>(bytes, {0, 1})[0];
  if (header.magic != Header::expected) throw Error(Errc::internal, "the skills index is damaged");
  skills_ = section<Skill>(bytes, header.skills);
  surfaces_ = section<Surface>(bytes, header.surfaces);
  words_ = section<Word>(bytes, header.words);
  slots_ = section<std::uint32_t>(bytes, header.slots);
  nodes_ = section<Node>(bytes, header.nodes);
  edges_ = section<Edge>(bytes, header.edges);
  ids_ = section<std::uint16_t>(bytes, header.ids);
  const auto letters = section<char>(bytes, header.letters);
  letters_ = {letters.data(), letters.size()};
}

void TaxonomyImage::check() const {
  const auto need = [](bool sound) {
    if (!sound) throw Error(Errc::internal, "the skills index is damaged");
  };
  const auto within = [](Slice slice, std::size_t size) {
    return slice.begin <= size && slice.size <= size - slice.begin;
  };
  const auto known = [&](std::uint32_t surface) { return surface == none || surface < surfaces_.size(); };
  need(letters_.size() > 0 && !nodes_.empty() && std::has_single_bit(slots_.size()));
  need(std::find(slots_.begin(), slots_.end(), none) != slots_.end());  // where a search ends
  for (const auto& skill : skills_)
    need(skill.aliases.begin > 0 && within(skill.name, letters_.size()) && within(skill.category, letters_.size()) &&
         within(skill.aliases, surfaces_.size()) && within(skill.parents, ids_.size()) &&
         within(skill.related, ids_.size()));
  for (const auto& surface : surfaces_)
    need(within(surface.text, letters_.size()) && surface.skill < skills_.size() && surface.mode <= last_mode);
  for (const auto& word : words_)
    need(within(word.text, letters_.size()) && (word.node == none || word.node + 1 < nodes_.size()));
  for (const auto slot : slots_) need(slot == none || slot < words_.size());
  for (const auto id : ids_) need(id < skills_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    need(known(nodes_[i].value) && nodes_[i].first <= edges_.size());
    if (i + 1 == nodes_.size()) break;
    need(nodes_[i].first <= nodes_[i + 1].first);
    // Later nodes only: a walk comes to an end.
    for (auto edge = nodes_[i].first; edge < nodes_[i + 1].first && edge < edges_.size(); ++edge)
      need(edges_[edge].word < words_.size() && edges_[edge].node > i && edges_[edge].node + 1 < nodes_.size());
  }
}

std::uint32_t TaxonomyImage::word(std::string_view folded) const {
  const auto hash = hash_of(folded);
  for (auto slot = hash & (slots_.size() - 1);; slot = (slot + 1) & (slots_.size() - 1)) {
    const auto number = slots_[slot];
    if (number == none || (words_[number].hash == hash && text(words_[number].text) == folded)) return number;
  }
}

std::uint32_t TaxonomyImage::step(std::uint32_t node, std::uint32_t word) const {
  if (node == root) return words_[word].node;
  const auto edges = edges_.subspan(nodes_[node].first, nodes_[node + 1].first - nodes_[node].first);
  const auto edge = std::lower_bound(edges.begin(), edges.end(), word,
                                     [](const Edge& e, std::uint32_t wanted) { return e.word < wanted; });
  return edge == edges.end() || edge->word != word ? none : edge->node;
}

std::string make_image(const TaxonomyData& data) { return Writer(data).write(); }

}  // namespace resumax::match
