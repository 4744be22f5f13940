package org.plumbline.spark;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/**
 * The types of columns of stored records, named as a stored set names them, and as Spark has them.
 */
final class StoredTypes {

  private StoredTypes() {}

  /** The name of a type. */
  static String name(DataType type) {
    if (type instanceof DecimalType decimal) {
      return "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    if (type.equals(DataTypes.LongType)) {
      return "BIGINT";
    }
    if (type.equals(DataTypes.IntegerType)) {
      return "INTEGER";
    }
    if (type.equals(DataTypes.ShortType)) {
      return "SMALLINT";
    }
    return type.equals(DataTypes.BooleanType) ? "BOOLEAN" : "VARCHAR";
  }

  /** The type of a name. */
  static DataType of(String name) {
    if (name.startsWith("DECIMAL(")) {
      String[] parts = name.substring(8, name.length() - 1).split(",", 2);
      return DataTypes.createDecimalType(
          Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
    }
    return switch (name) {
      case "BIGINT" -> DataTypes.LongType;
      case "INTEGER" -> DataTypes.IntegerType;
      case "SMALLINT" -> DataTypes.ShortType;
      case "BOOLEAN" -> DataTypes.BooleanType;
      case "VARCHAR" -> DataTypes.StringType;
      default -> throw new IllegalArgumentException("no type of a stored column: " + name);
    };
  }
}
