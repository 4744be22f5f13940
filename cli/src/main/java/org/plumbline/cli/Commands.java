package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** All commands by name, in the order in which {@code plumbline --help} lists them. */
final class Commands {
  static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    // One line a command: ALL.put("check", CheckCommand.class);
  }

  private Commands() {}
}
