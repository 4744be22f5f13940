package org.plumbline.calendar;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Map;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;

/**
 * A registry that knows no time zone, so that reading all-day events loads none and never looks one
 * up.
 */
final class NoTimeZones implements TimeZoneRegistry {

  @Override
  public void register(TimeZone timezone) {}

  @Override
  public void register(TimeZone timezone, boolean update) {}

  @Override
  public void clear() {}

  @Override
  public TimeZone getTimeZone(String id) {
    throw new IllegalArgumentException("time zones are not looked up: " + id);
  }

  @Override
  public Map<String, ZoneRules> getZoneRules() {
    return Map.of();
  }

  @Override
  public ZoneId getZoneId(String id) {
    return ZoneOffset.UTC;
  }

  @Override
  public String getTzId(String zoneId) {
    return zoneId;
  }
}
