package org.tfm.rules.book;

import com.google.common.collect.ImmutableSortedSet;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * The classes and members that a compiled class names.
 *
 * <p>Bytecode can name a class or a member only through its constant pool (Java Virtual Machine
 * Specification, Java SE 17, section 4.4).
 */
final class ClassReferences {

  private static final int MAGIC = 0xCAFEBABE;

  /** The texts, by index; the other constants have none. */
  private final String[] texts;

  /** The indexes that a class, a name with its type, or a member refers to. */
  private final int[][] indexes;

  private final boolean[] isClass;
  private final boolean[] isMember;

  private ClassReferences(int size) {
    texts = new String[size];
    indexes = new int[size][];
    isClass = new boolean[size];
    isMember = new boolean[size];
  }

  /**
   * Returns the names of the classes, such as {@code java.lang.String}, and of the members, such as
   * {@code java.lang.String.length}; an array has the name of its elements' class.
   *
   * @throws IllegalArgumentException if the bytes are not a class file of a known version
   */
  static ImmutableSortedSet<String> of(byte[] classFile) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("no class file");
      }
      in.readInt();
      ClassReferences constants = new ClassReferences(in.readUnsignedShort());
      constants.read(in);
      return constants.names();
    } catch (IOException e) {
      throw new IllegalArgumentException("not a class file", e);
    }
  }

  private void read(DataInputStream in) throws IOException {
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4 -> in.readInt();
        case 5, 6 -> {
          in.readLong();
          i++; // takes two places
        }
        case 7 -> {
          indexes[i] = new int[] {in.readUnsignedShort()};
          isClass[i] = true;
        }
        case 8, 16, 19, 20 -> in.readUnsignedShort();
        case 9, 10, 11 -> {
          indexes[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
          isMember[i] = true;
        }
        case 12 -> indexes[i] = new int[] {in.readUnsignedShort(), in.readUnsignedShort()};
        case 15 -> {
          in.readUnsignedByte();
          in.readUnsignedShort();
        }
        case 17, 18 -> in.readInt();
        default -> throw new IOException("an unknown constant");
      }
    }
  }

  private ImmutableSortedSet<String> names() {
    ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
    for (int i = 1; i < texts.length; i++) {
      if (isClass[i]) {
        names.add(className(i));
      } else if (isMember[i]) {
        names.add(className(indexes[i][0]) + "." + texts[indexes[indexes[i][1]][0]]);
      }
    }
    return names.build();
  }

  private String className(int index) {
    String name = texts[indexes[index][0]].replace('/', '.');
    int start = name.lastIndexOf('[') + 1;
    return start > 0 && name.endsWith(";")
        ? name.substring(start + 1, name.length() - 1)
        : name.substring(start);
  }
}
