package org.plumbline.register;

import org.plumbline.finding.Place;

/**
 * One thing that a reconsideration request grants, or would grant.
 *
 * @param request id of the request
 * @param item which thing of the request it is, from 1
 * @param metric id of the metric that it is about
 * @param reason what is said of it where it takes effect
 * @param place where it stands
 */
public record Grant(String request, int item, String metric, Ask ask, String reason, Place place) {

  /** What it is called where it takes effect: {@code request late-approval}. */
  public String name() {
    return "request " + request + (item == 1 ? "" : ", item " + item);
  }
}
