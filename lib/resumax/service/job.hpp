#pragma once

#include <resumax/optimize/optimize.hpp>
#include <resumax/service/service.hpp>

#include <set>
#include <string>
#include <vector>

namespace resumax::service {

/// What an optimization works on: a pair as it stands, and what is asked for.
struct Job {
  ResumeRecord resume;
  PostingRecord posting;
  Resume source;
  JobDescription wanted;
  std::string resume_text, posting_text;      ///< both as they are kept
  std::string resume_sha256, posting_sha256;  ///< of those
  std::string model, taxonomy;
  Strategy strategy = Strategy::standard;
  int max_changes = 0;
  Identity refined;  ///< the optimization it starts from
  std::string instructions;
  std::vector<Suggestion> kept;    ///< accepted before
  std::set<std::string> declined;  ///< optimize::decision_key of what was declined before
};

/// The engine's request; `job` has to outlive it.
optimize::Request request_of(const Job& job, Date as_of, Model* model, const match::Taxonomy& taxonomy);

/// The decisions made before, as stored with a run; "" where there are none.
std::string settled_text(const Job& job);
/// Puts them back.
void read_settled(Job& job, const std::string& text);

/// Throws parse_not_ready for a resume that could not be read.
void require_parsed(const ResumeRecord& resume);

}  // namespace resumax::service
