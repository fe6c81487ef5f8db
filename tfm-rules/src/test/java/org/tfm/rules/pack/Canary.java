package org.tfm.rules.pack;

import java.io.File;
import java.util.concurrent.atomic.AtomicInteger;

/** What hostile rule files try to reach; it counts who did. */
public final class Canary {

  /** A file that hostile rule files try to make. */
  public static final File FILE = new File(System.getProperty("java.io.tmpdir"), "tfm-canary");

  private static final AtomicInteger SONGS = new AtomicInteger();

  private Canary() {}

  /** Called by a rule file that got through. */
  public static String sing() {
    SONGS.incrementAndGet();
    return "phase";
  }

  static boolean isSilent() {
    return SONGS.get() == 0 && !FILE.exists();
  }
}
