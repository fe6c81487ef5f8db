package org.tfm.rules.pack;

import java.io.File;
import java.util.concurrent.atomic.AtomicInteger;

/** The target of hostile rule files; it counts the calls that reach it. */
public final class Canary {

  /** A file that hostile rule files try to create. */
  public static final File FILE = new File(System.getProperty("java.io.tmpdir"), "tfm-canary");

  private static final AtomicInteger SONGS = new AtomicInteger();

  private Canary() {}

  /** Counts a call by a rule file that was not stopped. */
  public static String sing() {
    SONGS.incrementAndGet();
    return "phase";
  }

  static boolean isSilent() {
    return SONGS.get() == 0 && !FILE.exists();
  }
}
