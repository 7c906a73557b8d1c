#include <resumax/match/explain.hpp>
#include <resumax/match/titles.hpp>

#include <algorithm>
#include <cmath>

namespace resumax::match::explain {

namespace {

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " and " : ", ";
    out += words[i];
  }
  return out;
}

/// 6 -> "6", 6.5 -> "6.5".
std::string tenths(double value) {
  const auto whole = static_cast<long>(std::floor(value * 10 + 0.5));
  return std::to_string(whole / 10) + (whole % 10 == 0 ? "" : "." + std::to_string(whole % 10));
}

std::string years(double value) { return tenths(value) + (tenths(value) == "1" ? " year" : " years"); }

bool is_shown(MatchKind kind) { return kind < MatchKind::related; }

struct Count {
  std::size_t all = 0, shown = 0, related = 0;
};

Count count(const std::vector<RequirementMatch>& matches, RequirementLevel level) {
  Count out;
  for (const auto& match : matches) {
    if (match.level != level || match.weight <= 0) continue;  // an alternative to one that is met better
    ++out.all;
    if (is_shown(match.match)) ++out.shown;
    if (match.match == MatchKind::related) ++out.related;
  }
  return out;
}

std::string of(const Count& count, std::string_view what) {
  return std::to_string(count.shown) + " of " + std::to_string(count.all) + " " + std::string(what) +
         (count.all == 1 ? " skill" : " skills");
}

}  // namespace

std::string not_asked(Component component) {
  switch (component) {
    case Component::required_skills:
      return "the posting names no skill that is required";
    case Component::preferred_skills:
      return "the posting names no skill that is welcome beside the required ones";
    case Component::similarity:
      return "the posting has no text to compare with";
    case Component::title:
      return "the posting has no job title";
    case Component::seniority:
      return "the posting names no level and no years of experience";
    case Component::education:
      return "the posting asks for no degree";
    case Component::languages:
      return "the posting asks for no language";
  }
  return {};
}

std::string skills(Component component, const std::vector<RequirementMatch>& matches) {
  std::string out;
  std::size_t related = 0;
  const auto say = [&](RequirementLevel level, std::string_view what) {
    const auto counted = count(matches, level);
    if (counted.all == 0) return;
    if (!out.empty()) out += ", ";
    out += of(counted, what);
    related += counted.related;
  };
  if (component == Component::preferred_skills) {
    say(RequirementLevel::preferred, "preferred");
  } else {
    say(RequirementLevel::required, "required");
    say(RequirementLevel::mentioned, "mentioned");
  }
  out += " shown";
  if (related > 0) out += "; for " + std::to_string(related) + " more only a related skill";
  return out;
}

std::string similarity(std::size_t shared, std::size_t terms) {
  return "the resume has " + std::to_string(shared) + " of the " + std::to_string(terms) +
         " different terms of the posting's title, requirements and duties";
}

std::string title(std::string_view wanted, std::string_view best, int likeness) {
  if (likeness == 0) return "no position of the resume is like \"" + std::string(wanted) + "\"";
  const std::string quoted = "\"" + std::string(best) + "\"";
  if (likeness >= 900) return quoted + " is the job asked for";
  return quoted + (likeness >= 500 ? " is close to \"" : " shares a little with \"") + std::string(wanted) + "\"";
}

std::string title_shown(std::size_t shown, std::size_t words) {
  if (words == 0) return {};
  return "; " + std::to_string(shown) + " of the " + std::to_string(words) +
         " terms of that title in the resume's lines";
}

std::string level(int wanted, int have, int fit) {
  return "; " + std::string(describe_seniority(wanted)) + " level asked for, " + std::string(describe_seniority(have)) +
         " shown: " + std::to_string(fit) + "% of it counts";
}

std::string seniority(int months, double wanted_years, int level, int wanted_level) {
  std::string out = years(months / 12.0) + " of experience";
  if (wanted_years > 0) out += ", " + tenths(wanted_years) + " asked for";
  if (wanted_level > 0) {
    out += level > 0 ? "; " + std::string(describe_seniority(level)) + " level, " : "; no level shown, ";
    out += std::string(describe_seniority(wanted_level)) + " asked for";
  }
  return out;
}

std::string_view condition() { return "; counts as far as the rest fits"; }

std::string education(DegreeLevel wanted, DegreeLevel have) {
  const std::string shown = have == DegreeLevel::none ? "no degree" : std::string(describe(have));
  return shown + " shown, " + std::string(describe(wanted)) + " asked for";
}

std::string languages(const std::vector<std::string_view>& met, const std::vector<std::string_view>& weak,
                      const std::vector<std::string_view>& missing) {
  std::string out;
  const auto say = [&](const std::vector<std::string_view>& words, std::string_view what) {
    if (words.empty()) return;
    if (!out.empty()) out += "; ";
    out += listed(words) + std::string(what);
  };
  say(met, " shown");
  say(weak, " below the level asked for");
  say(missing, " not shown");
  return out;
}

}  // namespace resumax::match::explain
