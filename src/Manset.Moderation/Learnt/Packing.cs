using System.Runtime.InteropServices;

namespace Manset.Moderation.Learnt;

/// <summary>How tables of numbers stand in a model file.</summary>
static class Packing
{
    extension(BinaryReader reader)
    {
        public sbyte[] ReadSteps(int count)
        {
            var steps = new sbyte[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(steps.AsSpan()));
            return steps;
        }

        public float[] ReadFloats(int count)
        {
            var floats = new float[count];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(floats.AsSpan()));
            return floats;
        }

        public void ReadHalves(float[] floats)
        {
            var halves = new Half[floats.Length];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(halves.AsSpan()));
            for (var i = 0; i < halves.Length; i++) floats[i] = (float)halves[i];
        }
    }

    extension(BinaryWriter writer)
    {
        public void WriteSteps(sbyte[] steps) => writer.Write(MemoryMarshal.AsBytes(steps.AsSpan()));

        public void WriteFloats(float[] floats) => writer.Write(MemoryMarshal.AsBytes(floats.AsSpan()));

        public void WriteHalves(float[] floats) => writer.Write(MemoryMarshal.AsBytes(Array.ConvertAll(floats, value => (Half)value).AsSpan()));
    }
}
