package org.plumbline.web.close;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.agreement.Agreement;
import org.plumbline.calendar.ReportingPeriod;

/**
 * What the register knows of the close of a period.
 *
 * @param text the text in force at its end
 * @param today in the agreement's zone
 * @param delivered the day on which all its records were stated to be complete
 * @param drafted the day on which a result of it was first sent
 * @param issued the day on which its report was first issued
 * @param pending how many requests about it are pending
 * @param decision what the customer said to the last report
 * @param decided the day of that
 * @param follows how many postings follow from the last report
 * @param proposed how many of them nobody has decided on
 */
record PeriodFacts(
    Agreement text,
    ReportingPeriod period,
    LocalDate today,
    Optional<LocalDate> delivered,
    Optional<LocalDate> drafted,
    Optional<LocalDate> issued,
    long pending,
    Optional<String> decision,
    Optional<LocalDate> decided,
    long follows,
    long proposed) {}
