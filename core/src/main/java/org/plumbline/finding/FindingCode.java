package org.plumbline.finding;

/**
 * The kinds of findings. A code is never reused; each has a page {@code docs/findings/CODE.md} that
 * says what it means, why it matters, and shows a wrong and a right example.
 *
 * <p>{@code PL1xx} the file cannot be read as YAML or has the wrong shape; {@code PL2xx} a value is
 * not what its key takes; {@code PL3xx} two places do not fit together; {@code PL4xx} read and
 * kept, but open or not evaluated ({@code PL41x}: documents beside the agreement that do not fit
 * it, such as a process that does not leave the time that is promised); {@code PL5xx} records and
 * bindings; {@code PL6xx} an evaluation tells something; {@code PL7xx} calendars, dates and the
 * command line; {@code PL80x} to {@code PL84x} what is wrong with a catalog of measures itself;
 * {@code PL85x} on, a metric against its measure; {@code PL9xx} versions that do not follow each
 * other. The file is as long as there are codes, so that they stand in one place.
 */
public enum FindingCode {
  /** The file is not YAML. */
  NOT_YAML("PL101", Severity.ERROR),
  /** A key that nothing defines here. */
  UNKNOWN_KEY("PL102", Severity.ERROR),
  /** The file is larger than what is read. */
  TOO_LARGE("PL103", Severity.ERROR),
  /** The file is not UTF-8 text. */
  NOT_TEXT("PL104", Severity.ERROR),
  /** A key that stands twice in one map. */
  DUPLICATE_KEY("PL105", Severity.ERROR),
  /** A part of YAML that the language does without: anchors, aliases, tags, several documents. */
  YAML_FEATURE("PL106", Severity.ERROR),
  /** Maps and lists within each other, too deep. */
  TOO_DEEP("PL107", Severity.ERROR),
  /** A key that has to stand here does not. */
  MISSING_KEY("PL108", Severity.ERROR),
  /** A map, a list or a single value where another of these is needed. */
  WRONG_SHAPE("PL109", Severity.ERROR),
  /** A key without a value. */
  EMPTY_VALUE("PL110", Severity.ERROR),
  /** Keys of which exactly one may stand here, and none or several do. */
  ONE_OF_KEYS("PL111", Severity.ERROR),
  /** The document is of another kind or another version of the language. */
  OTHER_DOCUMENT("PL112", Severity.ERROR),

  /** A name that is not an id. */
  NOT_AN_ID("PL201", Severity.ERROR),
  /** A value that is not a duration. */
  NOT_A_DURATION("PL202", Severity.ERROR),
  /** A value that is not a share. */
  NOT_A_SHARE("PL203", Severity.ERROR),
  /** A value that is not an amount of money. */
  NOT_MONEY("PL204", Severity.ERROR),
  /** A value that is not a number, or outside its range. */
  NOT_A_NUMBER("PL205", Severity.ERROR),
  /** A value that is not a date. */
  NOT_A_DATE("PL206", Severity.ERROR),
  /** A value that is not a window of hours, or a day of the week. */
  NOT_HOURS("PL207", Severity.ERROR),
  /** A value that is none of the words that the key takes. */
  NOT_A_WORD("PL208", Severity.ERROR),
  /** A value that is not an IANA time zone. */
  NOT_A_ZONE("PL209", Severity.ERROR),
  /** A value that is not a condition. */
  NOT_A_CONDITION("PL210", Severity.ERROR),
  /** A value that is not a moment. */
  NOT_A_MOMENT("PL211", Severity.ERROR),
  /** A value that is not a figure. */
  NOT_A_FIGURE("PL212", Severity.ERROR),
  /** A value that is neither true nor false. */
  NOT_A_FLAG("PL213", Severity.ERROR),
  /** A value that is not a rule for holidays. */
  NOT_HOLIDAYS("PL214", Severity.ERROR),
  /** A path that leads out of the folder, or to no file that can be read. */
  NOT_A_FILE("PL215", Severity.ERROR),
  /** A list that is not a varying value. */
  NOT_VARYING("PL216", Severity.ERROR),
  /** A value that is not the hash of a version. */
  NOT_A_HASH("PL217", Severity.ERROR),
  /** A name that the language keeps for itself. */
  RESERVED_ID("PL218", Severity.ERROR),
  /** A value that cannot be left open, because nothing can be read without it. */
  CANNOT_BE_OPEN("PL219", Severity.ERROR),
  /** A text that is not one line, too long, or with characters that nobody sees. */
  NOT_PLAIN_TEXT("PL220", Severity.ERROR),

  /** Something ends before it starts. */
  ENDS_BEFORE_START("PL301", Severity.ERROR),
  /** Hours, shifts or breaks of a calendar that do not fit each other. */
  CALENDAR_CONFLICT("PL302", Severity.ERROR),
  /** A name that nothing defines. */
  UNKNOWN_NAME("PL303", Severity.ERROR),
  /** A name that stands for two things of one record set or list. */
  DEFINED_TWICE("PL304", Severity.ERROR),
  /** An id that means something else wherever it would be used. */
  WORD_OF_THE_LANGUAGE("PL305", Severity.ERROR),
  /** Hours, minutes or seconds over a moment that is known to the day only. */
  HOURS_OVER_DATES("PL306", Severity.ERROR),
  /** A limit on a case with another figure than the share in time. */
  LIMIT_WITHOUT_IN_TIME("PL307", Severity.ERROR),
  /** A share in time without a limit on a case. */
  IN_TIME_WITHOUT_LIMIT("PL308", Severity.ERROR),
  /** A line of a target without a bound on the figure. */
  PROMISES_NOTHING("PL309", Severity.ERROR),
  /** A figure, a limit or a way of counting that needs a clock which is not there. */
  CLOCK_INCOMPLETE("PL310", Severity.ERROR),
  /** A bound in another unit than the figure. */
  OTHER_UNIT("PL311", Severity.ERROR),
  /** A figure over a field that cannot be counted so. */
  NOT_MEASURABLE("PL312", Severity.ERROR),
  /** Months or years where one length is needed. */
  MONTHS_HAVE_NO_LENGTH("PL313", Severity.ERROR),
  /** A test that does not go with the type of its subject. */
  OTHER_TYPE("PL314", Severity.ERROR),
  /** A bound on the figure that depends on the case. */
  BOUND_VARIES_BY_CASE("PL315", Severity.ERROR),
  /** A line after otherwise. */
  OTHERWISE_NOT_LAST("PL316", Severity.ERROR),
  /** Two lines that take the same cases. */
  LINES_OVERLAP("PL317", Severity.WARNING),
  /** A choice of a varying value that another before it always takes. */
  NEVER_USED("PL318", Severity.WARNING),
  /** A value that no line or no choice takes. */
  VALUE_NOT_TAKEN("PL319", Severity.WARNING),
  /** A hold that stands after a stage. */
  HOLD_AFTER_STAGE("PL320", Severity.ERROR),
  /** A clock that counts the time of a party that never has a turn. */
  PARTY_WITHOUT_TURN("PL321", Severity.WARNING),
  /** Who counts depends on how the case came out. */
  POPULATION_BY_OUTCOME("PL322", Severity.WARNING),
  /** Waiting that is taken out twice: from the population and from the time. */
  DOUBLE_RELIEF("PL323", Severity.WARNING),
  /** A changing field that metrics would read at different moments. */
  READS_DIFFER("PL324", Severity.NOTE),
  /** A field read at each moment without a figure for each value. */
  EACH_MOMENT_WITHOUT_EACH("PL325", Severity.ERROR),
  /** A reopening that may withdraw a result after it was reported. */
  REOPENED_AFTER_REPORT("PL326", Severity.WARNING),
  /** A stop that a reopening withdraws. */
  REOPENING_WITHDRAWS_STOP("PL327", Severity.NOTE),
  /** Things that are each defined by the other. */
  CIRCLE("PL328", Severity.ERROR),
  /** A moment that occurs more than once and is used by its name alone. */
  OCCURS_AGAIN("PL329", Severity.NOTE),
  /** A credit against a federal party without an authority. */
  CREDIT_WITHOUT_AUTHORITY("PL330", Severity.ERROR),
  /** A commitment that nobody owns. */
  COMMITMENT_WITHOUT_OWNER("PL331", Severity.WARNING),
  /** A date outside the performance period, where it has no effect. */
  OUTSIDE_PERFORMANCE_PERIOD("PL332", Severity.WARNING),
  /** A value by date that has no value on the first days. */
  NO_VALUE_YET("PL333", Severity.WARNING),
  /** A performance period longer than calendars reach. */
  PERFORMANCE_TOO_LONG("PL334", Severity.ERROR),
  /** A calendar without an open hour. */
  NEVER_OPEN("PL335", Severity.ERROR),
  /** Workdays without a calendar that says which days they are. */
  WORKDAYS_WITHOUT_CALENDAR("PL336", Severity.ERROR),
  /** A limit in months or years on a clock that leaves time out. */
  MONTHS_WITH_TURNS("PL337", Severity.WARNING),
  /** A rule for counting days that no limit uses. */
  DAY_COUNTING_UNUSED("PL338", Severity.NOTE),
  /** A clock that leaves time out while only moments limit the case. */
  COUNTING_WITHOUT_EFFECT("PL339", Severity.WARNING),
  /** Fiscal quarters without a fiscal year of twelve months. */
  NO_FISCAL_YEAR("PL340", Severity.ERROR),
  /** A metric without a reporting period. */
  NO_PERIOD("PL341", Severity.ERROR),
  /** A shorter period that is not shorter, or a longer one that is not longer. */
  PERIODS_DO_NOT_NEST("PL342", Severity.ERROR),
  /** A minimum whose lines are not those of the target. */
  MINIMUM_DIFFERS("PL343", Severity.WARNING),
  /** A minimum that asks for more than the target. */
  MINIMUM_STRICTER("PL344", Severity.ERROR),
  /** A number of misses allowed with a figure that has none. */
  MISSES_WITHOUT_SHARE("PL345", Severity.ERROR),
  /** An upper bound that a period without cases would reach, and no rule for it. */
  NO_CASES_NO_DATA("PL346", Severity.WARNING),
  /** Remedies of a metric that promises nothing. */
  REMEDIES_WITHOUT_PROMISE("PL347", Severity.WARNING),
  /** A target that one single case can miss, with remedies and no rule for few cases. */
  NO_ROOM_FOR_A_MISS("PL348", Severity.WARNING),
  /** Stages that leave a part of the clock's time to nobody. */
  TIME_UNASSIGNED("PL349", Severity.NOTE),
  /** A calendar whose zone is not the agreement's. */
  OTHER_ZONE("PL350", Severity.NOTE),
  /** The ends of the reporting period where no period is known yet. */
  PERIOD_NOT_AT_HAND("PL351", Severity.ERROR),
  /** A condition that nothing can satisfy. */
  NEVER_HOLDS("PL352", Severity.ERROR),
  /** A bound that every figure keeps. */
  ALWAYS_MET("PL353", Severity.WARNING),
  /** Bounds that no figure can keep. */
  NEVER_MET("PL354", Severity.ERROR),
  /** A line or an exclusion that takes no case which counts. */
  TAKES_NO_CASE("PL355", Severity.WARNING),
  /** Limits that go up and down along their tiers. */
  TIERS_OUT_OF_ORDER("PL356", Severity.WARNING),
  /** A figure that triggers a credit for which no band says an amount. */
  NO_BAND("PL357", Severity.WARNING),
  /** A credit that is smaller for what is worse. */
  WORSE_COSTS_LESS("PL358", Severity.WARNING),
  /** A cap that is below the smallest credit. */
  CAP_BELOW_CREDIT("PL359", Severity.WARNING),
  /** A response that may take longer than the resolution. */
  RESPONSE_AFTER_RESOLUTION("PL360", Severity.WARNING),
  /** Two metrics that cannot both be met. */
  METRICS_CONTRADICT("PL361", Severity.ERROR),
  /** A metric that is met whenever another is. */
  METRIC_IMPLIED("PL362", Severity.WARNING),
  /** A remedy that can never follow. */
  REMEDY_NEVER_FOLLOWS("PL363", Severity.WARNING),
  /** A target finer than so few cases can show. */
  FINER_THAN_VOLUME("PL364", Severity.WARNING),
  /** A promise that another party's act fulfills. */
  STOP_OF_ANOTHER("PL365", Severity.WARNING),
  /** Work called planned by the records and not declared in advance. */
  PLANNED_BY_RECORDS("PL366", Severity.WARNING),
  /** Records supplied by the party that they favor, which nobody can inspect. */
  NOT_INSPECTED("PL367", Severity.WARNING),
  /** A term that nothing uses. */
  WITHOUT_EFFECT("PL368", Severity.WARNING),
  /** A declaration that the declaring party accepts itself. */
  ACCEPTS_ITS_OWN("PL369", Severity.WARNING),
  /** A finding that a clause accepts and that is not told, or is an error. */
  ACCEPTED_IN_VAIN("PL370", Severity.WARNING),
  /** The highest of texts, which goes by their letters. */
  HIGHEST_OF_TEXTS("PL371", Severity.WARNING),

  /** A value of a draft that is still to be agreed. */
  TO_BE_AGREED("PL401", Severity.NOTE),

  /** Steps that may take longer than the promise over all of them. */
  STEPS_TAKE_LONGER("PL411", Severity.WARNING),
  /** Another party's own steps that may take longer than the promise. */
  OTHERS_TAKE_ALL("PL412", Severity.WARNING),
  /** An agreement and a document beside it say one thing in two ways. */
  DOCUMENTS_DISAGREE("PL413", Severity.WARNING),
  /** Records of the past in which steps took longer than they may. */
  STEPS_TOOK_LONGER("PL414", Severity.NOTE),
  /** A field without {@code read} on which results of the past depend. */
  READ_DECIDES("PL415", Severity.WARNING),
  /** Ways through the steps of promises that were not gone through, since there are too many. */
  WAYS_NOT_GONE_THROUGH("PL416", Severity.NOTE),

  /** A file of records that cannot be read as what it should be. */
  REFUSED_FILE("PL501", Severity.ERROR),
  /** Rows or cells of a file of records that cannot be used. */
  BAD_ROW("PL502", Severity.ERROR),
  /** A record set for which there is no file. */
  NO_FILES("PL503", Severity.ERROR),
  /** A binding that does not fit the agreement. */
  BINDING_MISMATCH("PL504", Severity.ERROR),
  /** Something about records that is unusual, not wrong. */
  UNUSUAL_RECORDS("PL505", Severity.WARNING),
  /** Records in stored form that cannot be opened. */
  NOT_STORED_RECORDS("PL506", Severity.ERROR),
  /** A file of reported figures or outcomes of which it cannot be said what is what. */
  REPORT_NOT_UNDERSTOOD("PL521", Severity.ERROR),
  /** A name or period in reported figures or outcomes that nothing here is called. */
  REPORTED_OF_NOTHING("PL522", Severity.WARNING),
  /** A reported figure or outcome that cannot be read. */
  REPORTED_NOT_READ("PL523", Severity.ERROR),
  /** A figure that is reported twice, differing. */
  REPORTED_TWICE("PL524", Severity.ERROR),
  /** A reported figure that its own counts do not give. */
  REPORTED_DISAGREES("PL525", Severity.WARNING),
  /** A file in which what was asked for is not found. */
  FORM_NOT_UNDERSTOOD("PL531", Severity.ERROR),
  /** A cell of a form that cannot be read as what its column holds. */
  CELL_NOT_UNDERSTOOD("PL532", Severity.WARNING),
  /** A row of a form that is left out. */
  ROW_LEFT_OUT("PL533", Severity.WARNING),
  /** A hole in a form: what has to stand there and does not. */
  HOLE_IN_FORM("PL534", Severity.WARNING),

  /** A declaration of the register that has no effect. */
  DECLARATION_DOES_NOT_STAND("PL601", Severity.WARNING),
  /** A declaration under an exclusion that the agreement does not have. */
  DECLARATION_OF_NOTHING("PL602", Severity.WARNING),
  /** A declared time beyond the agreed allowance. */
  BEYOND_THE_ALLOWANCE("PL603", Severity.WARNING),
  /** A reconsideration request that need not be answered. */
  REQUEST_DOES_NOT_STAND("PL611", Severity.WARNING),
  /** A decision or an escalation that changes nothing. */
  DECISION_WITHOUT_EFFECT("PL612", Severity.WARNING),
  /** A reconsideration request about something that is not there. */
  REQUEST_OF_NOTHING("PL613", Severity.WARNING),
  /** A reconsideration request that changes no figure. */
  REQUEST_CHANGES_NOTHING("PL614", Severity.NOTE),
  /** An amendment that one party has not signed yet. */
  NOT_SIGNED("PL621", Severity.WARNING),
  /** An amendment that was signed after it took effect. */
  SIGNED_TOO_LATE("PL622", Severity.ERROR),
  /** A sign-off of another text than the version has. */
  SIGNED_ANOTHER_TEXT("PL623", Severity.WARNING),
  /** A load that names a file or a record set that is not there. */
  LOAD_OF_NOTHING("PL631", Severity.WARNING),
  /** A case that a complete load does not have. */
  MISSING_FROM_COMPLETE_LOAD("PL632", Severity.WARNING),
  /** Values that a later load changed, without a reason. */
  CHANGED_WITHOUT_REASON("PL633", Severity.WARNING),
  /** Records that came after a period was final. */
  AFTER_FINAL("PL634", Severity.WARNING),
  /** A row of the register that remedies rest on, and that cannot be understood. */
  ROW_WITHOUT_EFFECT("PL641", Severity.WARNING),
  /** A row of the register about something that does not follow. */
  ACT_OF_NOTHING("PL642", Severity.WARNING),
  /** Something that was done about a posting and could not be done, then or by that party. */
  ACT_DOES_NOT_STAND("PL643", Severity.WARNING),

  /** An identifier that several measures of a catalog bear. */
  MEASURE_ID_TWICE("PL801", Severity.ERROR),
  /** A formula that computes something else than the measure describes. */
  FORMULA_OF_ANOTHER("PL802", Severity.WARNING),
  /** A target in a unit in which the measure cannot be counted. */
  TARGET_UNIT_CLASH("PL803", Severity.WARNING),
  /** A target that asks for more of something unwanted, or less of something wanted. */
  DIRECTION_INVERTED("PL804", Severity.WARNING),
  /** A target that does not say whether it is a floor or a ceiling, where neither is evident. */
  DIRECTION_MISSING("PL805", Severity.WARNING),
  /** A measure without a formula. */
  NO_FORMULA("PL806", Severity.WARNING),
  /** A measure without a target. */
  NO_TARGET("PL807", Severity.WARNING),
  /** A measure without a method of measurement. */
  NO_METHOD("PL808", Severity.NOTE),
  /** A measure without a description of its own. */
  NO_DESCRIPTION("PL809", Severity.WARNING),
  /** A value that is left open or has a gap that nobody has filled in. */
  PLACEHOLDER("PL810", Severity.WARNING),
  /** Several targets in one cell. */
  SEVERAL_TARGETS("PL811", Severity.WARNING),
  /** A label that the list of values does not have, or writes otherwise. */
  LABEL_DRIFT("PL812", Severity.NOTE),
  /** Level, type and name of a measure that do not agree. */
  LABELS_DISAGREE("PL813", Severity.NOTE),
  /** An identifier that is missing, malformed, or of another activity. */
  MALFORMED_MEASURE_ID("PL814", Severity.WARNING),
  /** Targets of one sheet in several notations. */
  MIXED_NOTATION("PL815", Severity.NOTE),
  /** A target that cannot be read, or belongs into another column. */
  TARGET_NOT_READ("PL816", Severity.WARNING),
  /** A target that is a number of nothing. */
  TARGET_WITHOUT_UNIT("PL817", Severity.WARNING),
  /** A target that says the limit on a case and not the share that shall keep it. */
  TARGET_CONTRADICTS("PL818", Severity.WARNING),
  /** A target that moved a hundredfold from one year to the next. */
  TARGET_HUNDREDFOLD("PL819", Severity.WARNING),

  /** A metric that implements a measure which no catalog has. */
  UNKNOWN_MEASURE("PL851", Severity.ERROR),
  /** A metric that implements a measure whose identifier several measures bear. */
  AMBIGUOUS_MEASURE("PL852", Severity.WARNING),
  /** A metric whose figure is of another kind than the measure's. */
  OTHER_KIND_THAN_MEASURE("PL853", Severity.WARNING),
  /** A metric that counts something else than the measure. */
  OTHER_UNIT_THAN_MEASURE("PL854", Severity.NOTE),
  /** A metric whose target points the other way than the measure's. */
  OTHER_DIRECTION_THAN_MEASURE("PL855", Severity.WARNING),
  /** A metric whose target asks for less than the measure's. */
  WEAKER_THAN_MEASURE("PL856", Severity.WARNING),
  /** A metric that counts other cases than the measure. */
  OTHER_POPULATION_THAN_MEASURE("PL857", Severity.WARNING),
  /** A metric whose clock starts or stops elsewhere than the measure's. */
  OTHER_CLOCK_THAN_MEASURE("PL858", Severity.NOTE),
  /** A metric that is reported more rarely than the measure. */
  RARER_THAN_MEASURE("PL859", Severity.WARNING),
  /** A metric with other organizations than the measure's. */
  OTHER_ORGANIZATION_THAN_MEASURE("PL860", Severity.WARNING),
  /** A metric that counts other days than the measure. */
  OTHER_DAYS_THAN_MEASURE("PL861", Severity.WARNING),
  /** A metric that says how it differs from its measure, and not why. */
  DIFFERS_WITHOUT_REASON("PL862", Severity.WARNING),
  /** A metric without a measure, though the catalog has one like it. */
  LIKELY_MEASURE("PL863", Severity.NOTE),
  /** A metric whose labels are not the measure's. */
  OTHER_LABEL_THAN_MEASURE("PL864", Severity.NOTE),
  /** A measure that does not say enough to hold a metric against it. */
  MEASURE_SAYS_TOO_LITTLE("PL865", Severity.NOTE),

  /** A folder of versions without one, or with too many files. */
  NO_CHAIN("PL901", Severity.ERROR),
  /** A version of another agreement, or in another zone. */
  OTHER_AGREEMENT("PL902", Severity.ERROR),
  /** A version whose number does not follow the one before. */
  WRONG_NUMBER("PL903", Severity.ERROR),
  /** A version that replaces another text than the one before it. */
  REPLACES_ANOTHER("PL904", Severity.ERROR),
  /** A version that does not take effect after the one before it. */
  NOT_LATER("PL905", Severity.ERROR),
  /** Days on which no version is in force. */
  GAP("PL906", Severity.ERROR),
  /** Records that mean something else under the same name. */
  RECORDS_CHANGED("PL907", Severity.ERROR),
  /** A metric that goes on from one that is not there, or that another goes on from. */
  CONTINUES_NOTHING("PL908", Severity.ERROR),
  /** A version that was signed after it took effect and does not say why. */
  SIGNED_LATE("PL909", Severity.ERROR);

  private final String id;
  private final Severity severity;

  FindingCode(String id, Severity severity) {
    this.id = id;
    this.severity = severity;
  }

  /** The short code, such as {@code PL102}. */
  public String id() {
    return id;
  }

  /** The severity that findings of this kind have unless said otherwise. */
  public Severity severity() {
    return severity;
  }
}
