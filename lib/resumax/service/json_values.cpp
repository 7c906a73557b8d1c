// The codecs of what the engine works with: postings, scores, suggestions, verdicts, findings.
#include <resumax/core/error.hpp>
#include <resumax/match/requirements.hpp>
#include <resumax/match/taxonomy.hpp>
#include <resumax/service/json.hpp>

#include <nlohmann/json.hpp>

namespace resumax::service {

using nlohmann::json;

namespace {

template <class T>
json array_of(const std::vector<T>& values) {
  json out = json::array();
  for (const auto& value : values) out.push_back(to_json(value));
  return out;
}

/// Runs a decoder; a missing key or a wrong type is the caller's fault, said with the key's name.
template <class F>
auto decoding(std::string_view what, F decode) {
  try {
    return decode();
  } catch (const json::exception& error) {
    throw Error(Errc::invalid_input, "this is no " + std::string(what) + ": " + error.what());
  }
}

void put(json& out, const SourceSpan& span) {
  if (!span.empty()) out["begin"] = span.begin, out["end"] = span.end;
  if (span.page == 0) return;
  out["page"] = span.page;
  out["box"] = {span.box.x0, span.box.y0, span.box.x1, span.box.y1};
}

SourceSpan span_from_json(const json& in) {
  SourceSpan span;
  span.begin = in.value("begin", std::uint32_t{0});
  span.end = in.value("end", std::uint32_t{0});
  span.page = in.value("page", std::int32_t{0});
  if (const auto box = in.find("box"); box != in.end())
    span.box = {box->at(0).get<double>(), box->at(1).get<double>(), box->at(2).get<double>(), box->at(3).get<double>()};
  return span;
}

json text_to_json(const Text& text) {
  json out{{"value", text.value}, {"confidence", text.confidence}};
  put(out, text.span);
  return out;
}

Text text_from_json(const json& in) {
  return {in.at("value").get<std::string>(), in.value("confidence", 1.0), span_from_json(in)};
}

void put_text(json& out, const char* key, const Text& text) {
  if (!text.empty()) out[key] = text_to_json(text);
}

void get_text(const json& in, const char* key, Text& text) {
  if (const auto found = in.find(key); found != in.end()) text = text_from_json(*found);
}

json evidence_to_json(const std::vector<Evidence>& evidence) {
  json out = json::array();
  for (const auto& [path, quote] : evidence) out.push_back({{"path", path}, {"quote", quote}});
  return out;
}

std::vector<Evidence> evidence_from_json(const json& in) {
  std::vector<Evidence> evidence;
  for (const auto& item : in)
    evidence.push_back({item.at("path").get<std::string>(), item.at("quote").get<std::string>()});
  return evidence;
}

template <class E>
E get_name(const json& in, const char* key) {
  return parse_name<E>(in.at(key).get<std::string>());
}

json requirement_to_json(const RequirementMatch& requirement) {
  json out{{"name", requirement.name},
           {"wording", requirement.wording},
           {"level", to_string(requirement.level)},
           {"match", to_string(requirement.match)},
           {"weight", requirement.weight},
           {"points", requirement.points},
           {"evidence", evidence_to_json(requirement.evidence)}};
  put(out, requirement.span);
  return out;
}

RequirementMatch requirement_from_json(const json& in) {
  RequirementMatch requirement;
  requirement.name = in.at("name").get<std::string>();
  requirement.wording = in.at("wording").get<std::string>();
  requirement.level = get_name<RequirementLevel>(in, "level");
  requirement.match = get_name<MatchKind>(in, "match");
  requirement.weight = in.at("weight").get<double>();
  requirement.points = in.at("points").get<double>();
  requirement.span = span_from_json(in);
  requirement.evidence = evidence_from_json(in.at("evidence"));
  return requirement;
}

json salary_to_json(const Salary& salary) {
  return {{"text", text_to_json(salary.text)},
          {"minimum", salary.minimum},
          {"maximum", salary.maximum},
          {"currency", salary.currency},
          {"period", salary.period}};
}

Salary salary_from_json(const json& in) {
  return {text_from_json(in.at("text")), in.at("minimum").get<double>(), in.at("maximum").get<double>(),
          in.at("currency").get<std::string>(), in.at("period").get<std::string>()};
}

}  // namespace

json to_json(const Finding& finding) {
  json out{{"code", finding.code}, {"message", finding.message}};
  put(out, finding.where);
  if (finding.paragraph > 0) out["paragraph"] = finding.paragraph;
  return out;
}

Finding finding_from_json(const json& in) {
  return decoding("finding", [&] {
    return Finding{in.at("code").get<std::string>(), in.at("message").get<std::string>(), span_from_json(in),
                   in.value("paragraph", 0)};
  });
}

json to_json(const JobDescription& posting) {
  json out{{"language", posting.language}, {"text", posting.text}, {"findings", array_of(posting.findings)}};
  put_text(out, "title", posting.title);
  put_text(out, "company", posting.company);
  put_text(out, "location", posting.location);
  put_text(out, "seniority", posting.seniority);
  put_text(out, "employment", posting.employment);
  put_text(out, "degree", posting.degree);
  if (posting.salary) out["salary"] = salary_to_json(*posting.salary);
  if (posting.minimum_years) out["minimumYears"] = *posting.minimum_years;
  put_text(out, "years", posting.years);
  for (const auto& language : posting.languages) out["languages"].push_back(text_to_json(language));
  out["lines"] = json::array();
  for (const auto& line : posting.lines) {
    json item = text_to_json(line.text);
    item["kind"] = to_string(line.kind);
    item["level"] = to_string(line.level);
    out["lines"].push_back(std::move(item));
  }
  return out;
}

json posting_report(const JobDescription& posting, const match::Taxonomy& taxonomy) {
  json out = to_json(posting);
  out["skills"] = json::array();
  for (const auto& requirement : match::find_requirements(posting, taxonomy)) {
    json skill{{"name", taxonomy.skills()[requirement.skill].name},
               {"wording", requirement.wording},
               {"level", to_string(requirement.level)}};
    put(skill, requirement.span);
    out["skills"].push_back(std::move(skill));
  }
  return out;
}

JobDescription posting_from_json(const json& in) {
  return decoding("job description", [&] {
    JobDescription posting;
    posting.language = in.at("language").get<std::string>();
    posting.text = in.at("text").get<std::string>();
    get_text(in, "title", posting.title);
    get_text(in, "company", posting.company);
    get_text(in, "location", posting.location);
    get_text(in, "seniority", posting.seniority);
    get_text(in, "employment", posting.employment);
    get_text(in, "degree", posting.degree);
    if (const auto salary = in.find("salary"); salary != in.end()) posting.salary = salary_from_json(*salary);
    if (const auto years = in.find("minimumYears"); years != in.end()) posting.minimum_years = years->get<double>();
    get_text(in, "years", posting.years);
    for (const auto& language : in.value("languages", json::array()))
      posting.languages.push_back(text_from_json(language));
    for (const auto& line : in.at("lines"))
      posting.lines.push_back(
          {text_from_json(line), get_name<PostingLineKind>(line, "kind"), get_name<RequirementLevel>(line, "level")});
    for (const auto& finding : in.at("findings")) posting.findings.push_back(finding_from_json(finding));
    return posting;
  });
}

json to_json(const Score& score) {
  json out{{"version", score.version},
           {"taxonomy", score.taxonomy},
           {"total", score.total},
           {"components", json::array()},
           {"requirements", json::array()}};
  for (const auto& component : score.components)
    out["components"].push_back({{"name", component.name},
                                 {"maximum", component.maximum},
                                 {"points", component.points},
                                 {"explanation", component.explanation}});
  for (const auto& requirement : score.requirements) out["requirements"].push_back(requirement_to_json(requirement));
  return out;
}

Score score_from_json(const json& in) {
  return decoding("score", [&] {
    Score score;
    score.version = in.at("version").get<std::string>();
    score.taxonomy = in.value("taxonomy", "");
    score.total = in.at("total").get<double>();
    for (const auto& component : in.at("components"))
      score.components.push_back({component.at("name").get<std::string>(), component.at("maximum").get<double>(),
                                  component.at("points").get<double>(),
                                  component.at("explanation").get<std::string>()});
    for (const auto& requirement : in.at("requirements"))
      score.requirements.push_back(requirement_from_json(requirement));
    return score;
  });
}

json to_json(const Suggestion& suggestion) {
  json out{{"id", suggestion.id},
           {"kind", to_string(suggestion.kind)},
           {"section", to_string(suggestion.section)},
           {"target", suggestion.target},
           {"original", suggestion.original},
           {"proposed", suggestion.proposed},
           {"reason", suggestion.reason},
           {"evidence", evidence_to_json(suggestion.evidence)},
           {"keywordsGained", suggestion.keywords_gained},
           {"scoreDelta", suggestion.score_delta},
           {"confidence", suggestion.confidence},
           {"uncertain", suggestion.uncertain},
           {"origin", suggestion.origin}};
  if (!suggestion.order.empty()) out["order"] = suggestion.order;
  if (!suggestion.merged.empty()) out["merged"] = evidence_to_json(suggestion.merged);
  return out;
}

Suggestion suggestion_from_json(const json& in) {
  return decoding("suggestion", [&] {
    Suggestion suggestion;
    suggestion.id = in.at("id").get<int>();
    suggestion.kind = get_name<SuggestionKind>(in, "kind");
    suggestion.section = get_name<SectionKind>(in, "section");
    suggestion.target = in.at("target").get<std::string>();
    suggestion.original = in.at("original").get<std::string>();
    suggestion.proposed = in.at("proposed").get<std::string>();
    suggestion.order = in.value("order", std::vector<int>());
    suggestion.reason = in.at("reason").get<std::string>();
    suggestion.evidence = evidence_from_json(in.at("evidence"));
    if (in.contains("merged")) suggestion.merged = evidence_from_json(in.at("merged"));
    suggestion.keywords_gained = in.at("keywordsGained").get<std::vector<std::string>>();
    suggestion.score_delta = in.at("scoreDelta").get<double>();
    suggestion.confidence = in.at("confidence").get<double>();
    suggestion.uncertain = in.at("uncertain").get<bool>();
    suggestion.origin = in.at("origin").get<std::string>();
    return suggestion;
  });
}

json to_json(const Verdict& verdict) {
  return {{"accepted", verdict.accepted},
          {"reason", verdict.reason},
          {"words", verdict.words},
          {"evidence", evidence_to_json(verdict.evidence)}};
}

Verdict verdict_from_json(const json& in) {
  return decoding("verdict", [&] {
    return Verdict{in.at("accepted").get<bool>(), in.at("reason").get<std::string>(),
                   in.at("words").get<std::vector<std::string>>(), evidence_from_json(in.at("evidence"))};
  });
}

Decision decision_from_json(const json& in) {
  return decoding("decision", [&] {
    return Decision{in.at("suggestion").get<int>(), get_name<Decision::Kind>(in, "decision"),
                    in.value("text", std::string())};
  });
}

}  // namespace resumax::service
