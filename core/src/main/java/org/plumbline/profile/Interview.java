package org.plumbline.profile;

import java.util.Optional;
import java.util.Set;

/**
 * The questions about one spreadsheet, at most six, each proposed from what was answered before.
 */
public interface Interview {

  /** The most questions that are asked. */
  int MOST = 6;

  /**
   * The next question that is still open.
   *
   * @throws RefusedAnswer if one of the answers cannot be used
   */
  Optional<Question> next(Answers answers) throws RefusedAnswer;

  /** The options that answer its questions. */
  Set<String> options();

  /**
   * The agreement and its binding; what has not been answered is taken as proposed.
   *
   * @throws RefusedAnswer if one of the answers cannot be used
   */
  Proposal propose(Answers answers, Source source) throws RefusedAnswer;

  /** The interview about a profile; nothing where it is unclear what its rows are. */
  static Optional<Interview> about(Profile profile) {
    if (profile.shape() instanceof Shape.Cases cases) {
      return Optional.of(new CaseInterview(profile, cases));
    }
    if (profile.shape() instanceof Shape.Log log) {
      return Optional.of(new LogInterview(profile, log));
    }
    return profile.shape() instanceof Shape.Monthly monthly
        ? Optional.of(new MonthInterview(profile, monthly))
        : Optional.empty();
  }
}
