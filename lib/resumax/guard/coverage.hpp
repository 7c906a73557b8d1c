#pragma once

#include <resumax/guard/support.hpp>

#include <string_view>
#include <vector>

namespace resumax::guard {

/// Marks the words of a proposed line that the source covers: by meaning, as a skill it shows, as an acronym or what
/// one stands for, as parts or wholes of compounds. Words without a claim of their own count as covered.
class Coverage {
 public:
  Coverage(const Line& proposed, const Support& support);
  bool covered(std::size_t i) const { return covered_[i]; }

 private:
  void cover(std::size_t first, std::size_t last);
  void by_skill();
  void by_acronym();
  bool may_expand(std::size_t first, std::size_t last, std::string_view letters) const;
  bool abbreviates_words_before(std::size_t i, std::string_view letters) const;
  bool named_here(std::string_view letters) const;
  void by_abbreviation();
  void leave_exams();
  void by_code();
  void by_clipping();
  void by_joining();
  void by_compound();
  void by_part();
  bool is_compound(std::string_view rest, int depth) const;
  bool is_part(std::string_view part) const;
  bool starts_compound(std::string_view part) const;
  bool is_plain_tail(std::string_view tail) const;
  void by_part_meant();
  bool is_part_meant(const std::vector<int>& groups) const;
  const std::vector<int>& groups_of_parts() const;

  const Line& proposed_;
  const Support& support_;
  std::vector<match::SkillHit> list_hits_;
  std::vector<bool> covered_;
  mutable std::vector<int> part_groups_;  ///< found when first asked for
  mutable bool parts_read_ = false;
};

}  // namespace resumax::guard
