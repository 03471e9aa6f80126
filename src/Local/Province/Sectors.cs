namespace CeActors.Local.Province;

/// <summary>A line of work: the office above it and the institutions and branches below.</summary>
/// <param name="Office">Ending of the supervising department's name.</param>
/// <param name="Institutions">Endings of institutions' names; the first is large enough to have branches.</param>
/// <param name="Branches">Endings of the branches below the first institution.</param>
internal sealed record Sector(string Office, string[] Institutions, string[] Branches)
{
    public static readonly Sector Education = new(
        "教育管理局",
        ["大学", "职业技术学院", "实验中学"],
        ["附属医院", "附属实验学校"]
    );

    public static readonly Sector Health = new(
        "卫生健康管理局",
        ["中心医院", "疾病预防中心", "妇幼保健院"],
        ["南院区", "康复分院"]
    );

    public static readonly Sector Science = new(
        "科学技术管理局",
        ["科学研究院", "科技信息中心", "计量检测所"],
        ["材料研究所", "软件研究所"]
    );

    public static readonly Sector Farming = new(
        "农业农村管理局",
        ["农业科学院", "农业技术推广站", "种子检验站"],
        ["水稻研究所", "茶叶研究所"]
    );

    public static readonly Sector Building = new(
        "住房建设管理局",
        ["建筑设计研究院", "工程质量监督站", "房产测绘队"],
        ["结构设计所", "市政设计所"]
    );

    public static readonly Sector Transport = new(
        "交通运输管理局",
        ["公路勘察设计院", "航道管理处", "交通技师学院"],
        ["桥梁设计所", "隧道设计所"]
    );

    public static readonly Sector[] All = [Education, Health, Science, Farming, Building, Transport];
}
