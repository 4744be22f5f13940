package org.plumbline.desk;

import static org.plumbline.desk.Metrics.atLeast;
import static org.plumbline.desk.Metrics.atMost;
import static org.plumbline.desk.Metrics.clock;
import static org.plumbline.desk.Metrics.counts;
import static org.plumbline.desk.Metrics.is;
import static org.plumbline.desk.Metrics.line;
import static org.plumbline.desk.Metrics.moment;
import static org.plumbline.desk.Metrics.number;
import static org.plumbline.desk.Metrics.percent;
import static org.plumbline.desk.Metrics.time;
import static org.plumbline.desk.Metrics.when;
import static org.plumbline.desk.Metrics.within;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.agreement.CalendarTerms;
import org.plumbline.agreement.Clause;
import org.plumbline.agreement.Clock;
import org.plumbline.agreement.Commitment;
import org.plumbline.agreement.Comparison;
import org.plumbline.agreement.Condition;
import org.plumbline.agreement.CountedWhen;
import org.plumbline.agreement.Delivery;
import org.plumbline.agreement.Exclusion;
import org.plumbline.agreement.Field;
import org.plumbline.agreement.Metric;
import org.plumbline.agreement.MomentTerm;
import org.plumbline.agreement.Origin;
import org.plumbline.agreement.Party;
import org.plumbline.agreement.PerformancePeriod;
import org.plumbline.agreement.PeriodTerms;
import org.plumbline.agreement.Precision;
import org.plumbline.agreement.Quantity;
import org.plumbline.agreement.Reconsideration;
import org.plumbline.agreement.RecordSet;
import org.plumbline.agreement.Remedy;
import org.plumbline.agreement.Renewal;
import org.plumbline.agreement.Reopening;
import org.plumbline.agreement.Reports;
import org.plumbline.agreement.Service;
import org.plumbline.agreement.Stabilization;
import org.plumbline.agreement.Turn;
import org.plumbline.calendar.ReportingPeriod;
import org.plumbline.calendar.TimeAmount;
import org.plumbline.calendar.WeeklyHours;
import org.plumbline.calendar.Window;
import org.plumbline.calendar.WorkCalendar;

/** The agreement of a service desk. */
public final class Desk {

  public static final ReportingPeriod MARCH = month(3, 31);
  public static final ReportingPeriod APRIL = month(4, 30);
  public static final ReportingPeriod MAY = month(5, 31);

  private Desk() {}

  private static ReportingPeriod month(int month, int days) {
    return new ReportingPeriod(
        String.format(java.util.Locale.ROOT, "2016-%02d", month),
        LocalDate.of(2016, month, 1),
        LocalDate.of(2016, month, days));
  }

  /** The whole agreement. */
  public static Agreement agreement() {
    return agreement(metrics());
  }

  /** The agreement with one metric, {@code metric}. */
  public static Agreement with(Metric metric) {
    return agreement(Map.of("metric", metric));
  }

  /** The agreement with other metrics. */
  public static Agreement agreement(Map<String, Metric> metrics) {
    return agreement(metrics, "Department of Examples");
  }

  /** The agreement with other metrics and another name of the customer. */
  public static Agreement agreement(Map<String, Metric> metrics, String customer) {
    Map<String, Party> parties = new LinkedHashMap<>();
    parties.put(
        "customer",
        new Party(
            customer,
            Optional.of(true),
            List.of(),
            Map.of("employees", org.plumbline.agreement.Varying.of(number(2140)))));
    parties.put(
        "provider", new Party("Service Desk Center", Optional.of(true), List.of(), Map.of()));
    parties.put(
        "vendors", new Party("Vendors of the department", Optional.empty(), List.of(), Map.of()));
    ZoneId zone = ZoneId.of("UTC");
    WorkCalendar desk =
        WorkCalendar.of("desk", zone, WeeklyHours.mondayToFriday(Window.parse("14:00-23:00")));
    return new Agreement(
        1,
        "service-desk-2016",
        "Service desk, operations",
        zone,
        Optional.of("CUI"),
        parties,
        Map.of(),
        List.of(),
        Map.of(),
        new PerformancePeriod(
            LocalDate.of(2016, 3, 1),
            LocalDate.of(2017, 2, 28),
            Optional.of(PerformancePeriod.RunOut.JUDGED)),
        Optional.of(
            new Renewal(
                Optional.of("option"),
                Optional.of(TimeAmount.parse("90 days")),
                Optional.of("continue"))),
        Optional.of(new Stabilization(LocalDate.of(2016, 3, 31), Optional.of("suspended"))),
        Optional.empty(),
        Map.of(),
        Optional.of("desk"),
        Optional.of(
            new PeriodTerms(
                Optional.of("month"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(PeriodTerms.Partial.REPORT_ONLY))),
        Map.of("desk", new CalendarTerms(Optional.empty(), desk)),
        Map.of(),
        Map.of(
            "service-desk",
            new Service("Service desk", List.of("Incident system"), List.of(), Optional.empty())),
        Map.of("incidents", incidents()),
        metrics,
        remedies(),
        Map.of(),
        Optional.empty(),
        exclusions(),
        Optional.of(
            new Reconsideration(
                TimeAmount.parse("10 workdays"),
                TimeAmount.parse("10 workdays"),
                Optional.of("rejected"),
                List.of(),
                List.of("program-manager", "business-owner", "executive-sponsor"),
                Optional.of(TimeAmount.parse("10 workdays")),
                Optional.of("disputes"))),
        Optional.of(
            new Reports(
                Optional.of("provider"),
                Optional.of(TimeAmount.parse("15 days")),
                Optional.empty())),
        Map.of(
            "service-review",
            new Commitment(
                "Service review with agenda and decisions",
                "provider",
                Optional.of("provider/program-manager"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("month"),
                Optional.of(TimeAmount.parse("20 days")))),
        List.of(
            new Clause("disputes", "Dispute resolution", "Decided by the sponsors.", List.of())),
        Map.of());
  }

  /** The metrics of the service desk. */
  public static Map<String, Metric> metrics() {
    Map<String, Metric> metrics = new LinkedHashMap<>();
    metrics.put(
        "incidents-closed",
        Metrics.named("Incidents closed in time, by priority")
            .clock(clock("opened", "closed", "desk", new Clock.Counting.AllTime()))
            .target(
                when(is("priority", 1), "6 hours", atLeast(percent("90"))),
                when(is("priority", 2), "9 hours", atLeast(percent("90"))),
                when(is("priority", 3), "62 hours", atLeast(percent("80"))),
                when(is("priority", 4), "132 hours", atLeast(percent("90"))))
            .minimum(
                when(is("priority", 1), "6 hours", atLeast(percent("80"))),
                when(is("priority", 2), "9 hours", atLeast(percent("80"))),
                when(is("priority", 3), "62 hours", atLeast(percent("70"))),
                when(is("priority", 4), "132 hours", atLeast(percent("80"))))
            .lowVolume(20, Optional.of(2L))
            .remedies("corrective-plan", "exit-right")
            .make());
    metrics.put(
        "incidents-resolved",
        Metrics.named("Moderate incidents resolved within 18 desk hours of the provider's own time")
            .qualifies(is("priority", 3))
            .clock(clock("opened", "done", "desk", counts("provider")))
            .target(within("18 hours", atLeast(percent("80"))))
            .remedies("corrective-plan")
            .make());
    metrics.put(
        "typical-resolution",
        Metrics.named("Time within which nine of ten incidents are resolved")
            .clock(clock("opened", "done", "desk", counts("provider")))
            .figure(
                new Quantity.Percentile(
                    java.math.BigDecimal.valueOf(90),
                    new Quantity.Measurand.Elapsed(),
                    Optional.empty()))
            .target(line(atMost(time("45 hours"))))
            .make());
    metrics.put(
        "customer-answers",
        Metrics.named("Desk hours that an incident waits for the customer, on average")
            .performing("customer")
            .clock(clock("opened", "done", "desk", counts("customer")))
            .figure(
                new Quantity.Statistic(
                    Quantity.Kind.MEAN,
                    new Quantity.Measurand.Elapsed(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .target(line(atMost(time("9 hours"))))
            .remedies("corrective-plan")
            .make());
    metrics.put(
        "incidents-reopened",
        Metrics.named("Incidents reopened")
            .clock(clock("opened", "closed"))
            .figure(
                new Quantity.ShareOfCases(
                    new Condition.Missing("reopened", false), Optional.empty()))
            .target(line(atMost(percent("3"))))
            .make());
    metrics.put(
        "backlog",
        Metrics.named("Open incidents older than ten workdays")
            .clock(clock("opened", "done"))
            .figure(
                new Quantity.CountOfCases(
                    Optional.of(
                        new Condition.Compares("age", Comparison.ABOVE, time("10 workdays")))))
            .counted(CountedWhen.OPEN_AT_END)
            .target(line(atMost(number(400))))
            .noData(Metric.NoData.MET)
            .make());
    metrics.put(
        "incident-volume",
        Metrics.named("Incidents opened")
            .performing("customer")
            .clock(
                new Clock(
                    Optional.empty(),
                    moment("opened"),
                    Optional.empty(),
                    new Clock.Counting.AllTime()))
            .figure(new Quantity.CountOfCases(Optional.empty()))
            .make());
    return metrics;
  }

  private static RecordSet incidents() {
    Map<String, MomentTerm> moments = new LinkedHashMap<>();
    for (String recorded : List.of("opened", "resolution", "closing", "reopened")) {
      moments.put(recorded, new MomentTerm.Recorded(Precision.MINUTE));
    }
    moments.put("resolved", new MomentTerm.Last(moment("resolution"), Optional.empty()));
    moments.put("closed", new MomentTerm.Last(moment("closing"), Optional.empty()));
    moments.put("done", new MomentTerm.EarlierOf(List.of(moment("resolved"), moment("closed"))));
    Map<String, Field> fields = new LinkedHashMap<>();
    fields.put("priority", field(Field.Type.NUMBER, false));
    fields.put("group", field(Field.Type.TEXT, false));
    fields.put("caller", field(Field.Type.TEXT, true));
    return new RecordSet(
        List.of("number"),
        moments,
        fields,
        List.of(
            hold("awaiting-user", "customer"),
            hold("awaiting-vendor", "vendors"),
            new Turn.Stage("handling", moment("opened"), moment("resolved"), "provider"),
            new Turn.Stage("confirmation", moment("resolved"), moment("closed"), Turn.NOBODY)),
        Optional.of(
            new Reopening(
                moment("reopened"),
                Optional.of(TimeAmount.parse("5 workdays")),
                Optional.of(Reopening.Then.CONTINUE))),
        List.of(),
        Optional.of(moment("closed")),
        Optional.of(
            new Delivery(
                List.of("provider"),
                Optional.of("Incident system"),
                Optional.of("automated-reporting"),
                false,
                Optional.of(TimeAmount.parse("5 workdays")),
                Optional.of(TimeAmount.parse("45 days")),
                Optional.empty(),
                Optional.empty())),
        new Origin.Supplied());
  }

  private static Field field(Field.Type type, boolean sensitive) {
    return new Field(type, Optional.of(Field.Read.AT_STOP), Optional.empty(), sensitive);
  }

  private static Turn hold(String id, String whose) {
    return new Turn.Hold(id, whose, Optional.of("provider"), Optional.empty(), Optional.empty());
  }

  private static Map<String, Remedy> remedies() {
    Map<String, Remedy> remedies = new LinkedHashMap<>();
    remedies.put(
        "corrective-plan",
        new Remedy(
            Optional.of(resultIs("not-met")),
            Optional.empty(),
            new Remedy.Effect.Action("Corrective action plan"),
            Optional.empty(),
            Optional.of("program-manager"),
            Optional.of(TimeAmount.parse("10 workdays")),
            List.of("root cause", "correction", "prevention", "date of completion"),
            Optional.empty()));
    remedies.put(
        "exit-right",
        new Remedy(
            Optional.of(resultIs("not-met")),
            Optional.of(new Remedy.Times(3, Optional.of(6), Optional.empty())),
            new Remedy.Effect.Right("The customer may terminate the service"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of("disputes")));
    return remedies;
  }

  private static Condition resultIs(String status) {
    return new Condition.OneOf("result", List.of(new org.plumbline.agreement.Literal.Text(status)));
  }

  private static Map<String, Exclusion> exclusions() {
    return Map.of(
        "maintenance",
        new Exclusion(
            new Exclusion.Ground.Declared(
                Optional.of("provider"),
                Optional.of("customer"),
                Optional.of("accepted"),
                Optional.of(TimeAmount.parse("3 workdays")),
                Optional.of(TimeAmount.parse("5 workdays")),
                List.of(),
                Optional.of(new Exclusion.Allowance(TimeAmount.parse("8 hours"), "month"))),
            new Exclusion.Effect.Excludes(List.of("incidents-closed")),
            Optional.empty(),
            Optional.empty()));
  }
}
