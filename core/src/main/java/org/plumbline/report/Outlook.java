package org.plumbline.report;

import java.util.List;
import org.plumbline.agreement.Agreement;
import org.plumbline.forecast.Forecast;

/**
 * What can still become of the periods of an evaluation that are open.
 *
 * @param text the text that it is said by: of several versions that in force as of now
 * @param forecasts of open periods, in the order of the agreement
 * @param seed with which past cases were drawn
 */
public record Outlook(Agreement text, List<Forecast> forecasts, long seed) {
  /** Copies the list. */
  public Outlook {
    forecasts = List.copyOf(forecasts);
  }
}
