package org.plumbline.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** All commands by name, in the order in which {@code plumbline --help} lists them. */
final class Commands {
  static final Map<String, Class<?>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("init", InitCommand.class);
    ALL.put("read", ReadCommand.class);
    ALL.put("check", CheckCommand.class);
    ALL.put("evaluate", EvaluateCommand.class);
    ALL.put("explain", ExplainCommand.class);
    ALL.put("loads", LoadsCommand.class);
    ALL.put("verify", VerifyCommand.class);
    ALL.put("plan", PlanCommand.class);
    ALL.put("diff", DiffCommand.class);
    ALL.put("replay", ReplayCommand.class);
    ALL.put("gaps", GapsCommand.class);
    ALL.put("forecast", ForecastCommand.class);
    ALL.put("reconcile", ReconcileCommand.class);
    ALL.put("between", BetweenCommand.class);
    ALL.put("due", DueCommand.class);
    ALL.put("catalog", CatalogCommand.class);
    ALL.put("requirements", RequirementsCommand.class);
    ALL.put("import", ImportCommand.class);
    ALL.put("fill", FillCommand.class);
    ALL.put("document", DocumentCommand.class);
    ALL.put("demo", DemoCommand.class);
    ALL.put("serve", ServeCommand.class);
    ALL.put("backup", BackupCommand.class);
    ALL.put("restore", RestoreCommand.class);
  }

  private Commands() {}
}
