package org.plumbline.calendar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** Dated entries as an iCalendar file (RFC 5545), which calendar programs open and subscribe to. */
public final class ICalendarFile {

  private ICalendarFile() {}

  /**
   * The file: all-day events that take no time. The same entries give the same bytes.
   *
   * @param name of the calendar
   * @param made when it was made; each event says so
   */
  public static byte[] write(String name, List<DatedEntry> entries, Instant made) {
    List<VEvent> events = entries.stream().map(entry -> event(entry, made)).toList();
    List<Property> head = new ArrayList<>();
    head.add(new ProdId("-//Plumbline//Deliverables and reviews//EN"));
    head.add(ImmutableVersion.VERSION_2_0);
    head.add(ImmutableCalScale.GREGORIAN);
    head.add(new XProperty("X-WR-CALNAME", name));
    Calendar calendar = new Calendar(new PropertyList(head), new ComponentList<>(events));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new CalendarOutputter(true).output(calendar, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("writing a calendar", e);
    }
    return bytes.toByteArray();
  }

  private static VEvent event(DatedEntry entry, Instant made) {
    return new VEvent(
        new PropertyList(
            List.of(
                new Uid(entry.id()),
                new DtStamp(made),
                new DtStart<LocalDate>(entry.day()),
                new Summary(entry.title()),
                new Description(entry.text()),
                new Categories(entry.category()),
                new Transp(ImmutableTransp.VALUE_TRANSPARENT))));
  }
}
